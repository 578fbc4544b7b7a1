package io.sluice.cli.compare;

import io.sluice.cli.screen.WrappedText;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of an answer, in rows of whatever width is asked for. Mutable; one thread writes, in
 * whole characters of UTF-8, and others read.
 */
final class PaneText extends OutputStream {
  private final StringBuilder text = new StringBuilder();
  private WrappedText wrapped = new WrappedText(0);
  private int width;

  @Override
  public void write(int single) {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    String more = new String(bytes, offset, length, StandardCharsets.UTF_8);
    text.append(more);
    wrapped.add(more);
  }

  /** The text as it was written, without the breaks of rows. */
  synchronized String text() {
    return text.toString();
  }

  /** The last rows, at most so many. */
  synchronized List<String> rows(int cells, int most) {
    if (cells != width) {
      width = cells;
      wrapped = new WrappedText(cells);
      wrapped.add(text.toString());
    }
    return wrapped.tail(most);
  }
}
