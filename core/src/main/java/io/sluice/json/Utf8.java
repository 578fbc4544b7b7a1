package io.sluice.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 by the WHATWG Encoding standard: invalid bytes become U+FFFD, one for each maximal
 * part of a sequence. The JDK's own decoder makes one of what the standard counts as three (an
 * encoded surrogate), so it is used only for valid input.
 */
public final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The text of these bytes; a byte order mark is part of the text. */
  public static String decode(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    boolean suspect = text.indexOf(REPLACEMENT) >= 0;
    return suspect && !isValid(bytes, offset, length) ? repaired(bytes, offset, length) : text;
  }

  /** The text of the remaining bytes of a buffer, whose position is not changed. */
  public static String decode(ByteBuffer buffer) {
    if (buffer.hasArray()) {
      int start = buffer.arrayOffset() + buffer.position();
      return decode(buffer.array(), start, buffer.remaining());
    }
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return decode(bytes, 0, bytes.length);
  }

  /** The bytes of a text. */
  public static ByteBuffer encode(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether all these bytes are valid UTF-8. */
  static boolean isValid(byte[] bytes, int offset, int length) {
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
      return decoded.hasRemaining() || length == 0;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }

  private static String repaired(byte[] bytes, int offset, int length) {
    var text = new StringBuilder(length);
    int end = offset + length;
    int at = offset;
    while (at < end) {
      int wellFormed = wellFormedLength(bytes, at, end);
      if (wellFormed > 0) {
        text.append(new String(bytes, at, wellFormed, StandardCharsets.UTF_8));
        at += wellFormed;
      } else {
        text.append(REPLACEMENT);
        at -= wellFormed;
      }
    }
    return text.toString();
  }

  /**
   * The length of a valid character at {@code at}; otherwise, negated, the number of bytes that
   * count as one error.
   */
  private static int wellFormedLength(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    int wanted = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (wanted == 0 || lead > 0xF4) {
      return -1;
    }
    for (int i = 1; i < wanted; i++) {
      if (at + i >= end || !continues(lead, i, bytes[at + i] & 0xFF)) {
        return -i;
      }
    }
    return wanted;
  }

  /** The second byte's range depends on the first: no surrogate, nothing overlong or too large. */
  private static boolean continues(int lead, int position, int next) {
    int least = position > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = position > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return next >= least && next <= most;
  }
}
