package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that are taken for text, and must be: a NUL, or bytes that are no UTF-8, are refused with
 * the place where they stand. A byte order mark at the start is left out. Mutable; for one thread.
 */
public final class TextBytes {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String subject;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private long before;

  /** Bytes of {@code subject}, as an error calls it. */
  public TextBytes(String subject) {
    this.subject = subject;
  }

  /**
   * The text of the next bytes, which end in no half of a character.
   *
   * @throws UsageException in one line, if they are no text
   */
  public String next(byte[] bytes, int length) {
    CharBuffer text = CharBuffer.allocate(length);
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
    CoderResult result = decoder.reset().decode(rest, text, true);
    int end = rest.position();
    int nul = zero(bytes, end);
    if (nul < end || result.isError()) {
      throw refused(bytes, length, nul);
    }
    int start = before == 0 && end > 0 && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
    before += length;
    return text.flip().position(start).toString();
  }

  private static int zero(byte[] bytes, int end) {
    int at = 0;
    while (at < end && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  private UsageException refused(byte[] bytes, int length, int at) {
    BinaryFormat format = before == 0 ? BinaryFormat.of(bytes, length) : BinaryFormat.UNKNOWN;
    return new UsageException(
        subject
            + " is "
            + format.text()
            + ": byte "
            + (before + at + 1)
            + " is "
            + (bytes[at] == 0 ? "NUL" : String.format("0x%02X", bytes[at]))
            + "; "
            + format.remedy());
  }
}
