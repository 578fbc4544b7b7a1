package io.sluice.batch.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Cuts the bytes of an input into lines. A byte order mark is left out, and so is a CR before LF.
 * Mutable; for one thread.
 */
final class InputLines {

  /** The most bytes of a line. */
  static final int LONGEST = 16 << 20;

  private static final int READ = 64 * 1024;
  private static final String MARK = "\uFEFF";

  private final InputStream in;
  private final byte separator;
  private final byte[] buffer = new byte[READ];
  private int position;
  private int filled;
  private long number;

  InputLines(InputStream in, char separator) {
    this.in = in;
    this.separator = (byte) separator;
  }

  /** The number of the line that was returned last, from 1. */
  long number() {
    return number;
  }

  /**
   * Returns the next line without its end; empty at the end of the input.
   *
   * @throws InputException if the line is longer than {@link #LONGEST}, or no UTF-8
   */
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream();
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != separator) {
        end++;
      }
      line.write(buffer, position, end - position);
      position = end + 1;
      if (line.size() > LONGEST) {
        throw new InputException(
            "line " + (number + 1) + " is longer than 16 MiB; split what it holds into rows");
      }
      if (end < filled) {
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    number++;
    return Optional.of(text(line.toByteArray()));
  }

  private String text(byte[] bytes) throws InputException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (number == 1 && text.startsWith(MARK)) {
        text = text.substring(1);
      }
      return separator == '\n' && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException malformed) {
      throw new InputException("line " + number + " is not UTF-8; convert the input", malformed);
    }
  }

  private boolean fill() throws IOException {
    if (position >= filled) {
      filled = in.read(buffer);
      position = 0;
    }
    return filled > 0;
  }
}
