package io.sluice.cli.screen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * A terminal on which text is appended, and one line stands at its end that comes and goes: on the
 * row of the cursor while that is empty, else on the row below. All that reaches the terminal goes
 * through {@link #over}, so that the line makes way for it. Thread-safe.
 *
 * <p>The line is drawn without knowing where the cursor is: IND and RI make room below it without
 * leaving its column, DECSC and DECRC bring it back (DEC STD 070). What has scrolled off the screen
 * was text alone, since the line is gone whenever anything scrolls.
 */
public final class Screen {
  private static final String ROOM_BELOW = "\033D\033M";
  private static final String REMEMBER = "\0337";
  private static final String RETURN = "\0338";
  private static final String CLEAR_REST = "\033[J";
  private static final String CLEAR_ROW = "\033[K";
  private static final String RIGHT = "\033[C";

  private final OutputStream terminal;
  private final IntSupplier columns;
  private final ReentrantLock lock = new ReentrantLock();
  private final CursorColumn cursor = new CursorColumn();
  private String line = "";
  private Place drawn = Place.NOWHERE;

  /**
   * Draws its line on {@code terminal}.
   *
   * @param columns how wide it is; asked anew each time, and never by a thread that writes text
   *     while no line was set
   */
  public Screen(OutputStream terminal, IntSupplier columns) {
    this.terminal = terminal;
    this.columns = columns;
  }

  /** The same screen by way of {@code bytes}: UTF-8, whole characters a write. */
  public OutputStream over(OutputStream bytes) {
    return new OutputStream() {
      @Override
      public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
      }

      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        append(bytes, from, offset, length);
      }

      @Override
      public void flush() throws IOException {
        bytes.flush();
      }
    };
  }

  /**
   * Shows {@code text} as the line, cut where the row ends; nothing if it is empty. It may hold
   * colours, but no other control character.
   */
  public void line(String text) {
    lock.lock();
    try {
      line = text;
      erase();
      draw();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the line away, unless somebody is just writing: for one who cannot wait. */
  public void leave() {
    if (lock.tryLock()) {
      try {
        line = "";
        erase();
      } finally {
        lock.unlock();
      }
    }
  }

  private void append(OutputStream bytes, byte[] from, int offset, int length) throws IOException {
    lock.lock();
    try {
      erase();
      bytes.write(from, offset, length);
      follow(from, offset, length);
      draw();
    } finally {
      lock.unlock();
    }
  }

  /** Where no line is to be drawn the width does not matter, and asking for it takes time. */
  private void follow(byte[] from, int offset, int length) {
    if (!line.isEmpty()) {
      String text = new String(from, offset, length, StandardCharsets.UTF_8);
      cursor.pass(text, columns.getAsInt());
    } else if (length > 0) {
      cursor.skip(from[offset + length - 1]);
    }
  }

  private void erase() {
    switch (drawn) {
      case NOWHERE -> {}
      case BELOW -> send(CLEAR_REST);
      // From the first cell of the screen on, tmux would keep what it clears: one further right.
      case HERE -> send(REMEMBER + CLEAR_ROW + RIGHT + CLEAR_REST + RETURN);
    }
    drawn = Place.NOWHERE;
  }

  private void draw() {
    if (line.isEmpty()) {
      return;
    }
    int width = columns.getAsInt();
    if (cursor.atEnd(width)) {
      return;
    }
    String shown = Cells.cut(line, width - 1);
    if (cursor.atStart()) {
      send(REMEMBER + shown + RETURN);
      drawn = Place.HERE;
    } else {
      send(ROOM_BELOW + REMEMBER + "\r\n" + shown + RETURN);
      drawn = Place.BELOW;
    }
  }

  /** A line that cannot be shown is no loss: whoever writes text learns that the terminal went. */
  private void send(String text) {
    try {
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      terminal.flush();
    } catch (IOException gone) {
      line = "";
    }
  }

  /** Where the line stands: on the row of the cursor, or on the one below. */
  private enum Place {
    NOWHERE,
    HERE,
    BELOW
  }
}
