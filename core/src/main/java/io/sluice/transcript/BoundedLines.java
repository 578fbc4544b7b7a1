package io.sluice.transcript;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts bytes into lines at LF, each up to a bound. Mutable; for one thread. */
final class BoundedLines {

  private static final int READ = 64 * 1024;

  private final InputStream in;
  private final int bound;
  private final byte[] buffer = new byte[READ];
  private int position;
  private int filled;

  BoundedLines(InputStream in, int bound) {
    this.in = in;
    this.bound = bound;
  }

  /**
   * The next line, with invalid bytes replaced; empty at the end.
   *
   * @throws LineTooLongException if it exceeds the bound
   */
  Optional<Line> next() throws IOException {
    var line = new ByteArrayOutputStream();
    while (fill()) {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      if (line.size() + (end - position) > bound) {
        throw new LineTooLongException();
      }
      line.write(buffer, position, end - position);
      position = end + 1;
      if (end < filled) {
        return Optional.of(new Line(line.toString(StandardCharsets.UTF_8), Ending.CLOSED));
      }
    }
    return line.size() == 0
        ? Optional.empty()
        : Optional.of(new Line(line.toString(StandardCharsets.UTF_8), Ending.OPEN));
  }

  private boolean fill() throws IOException {
    if (position >= filled) {
      filled = in.read(buffer);
      position = 0;
    }
    return filled > 0;
  }

  /** A line without its LF. */
  record Line(String text, Ending ending) {}

  /** Whether a line has its LF. */
  enum Ending {
    CLOSED,
    OPEN
  }

  /** Thrown for a line that exceeds the bound. */
  static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
