package io.sluice.cli.screen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * A terminal on which text is appended, and one line stands at its end that comes and goes: on the
 * row of the cursor while that is empty, else on the row below. All that reaches the terminal goes
 * through {@link #over}, so that the line makes way for it. For a while the whole terminal can be
 * covered by something else. Thread-safe.
 *
 * <p>The line is drawn without knowing where the cursor is: IND and RI make room below it without
 * leaving its column, DECSC and DECRC bring it back (DEC STD 070). What has scrolled off the screen
 * was text alone, since the line is gone whenever anything scrolls.
 */
public final class Screen {
  private static final String ROW_BELOW = "\033D";
  private static final String ROW_ABOVE = "\033M";
  private static final String REMEMBER = "\0337";
  private static final String RETURN = "\0338";
  private static final String CLEAR_REST = "\033[J";
  private static final String CLEAR_ROW = "\033[K";
  private static final String RIGHT = "\033[C";

  /** How long one who cannot wait does wait, if the terminal is to be given back as it was. */
  private static final long PATIENCE_MILLIS = 200;

  private final OutputStream terminal;
  private final IntSupplier columns;
  private final IntSupplier height;
  private final List<Runnable> resizing = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final CursorColumn cursor = new CursorColumn();
  private String line = "";
  private Place drawn = Place.NOWHERE;
  private Optional<AlternateScreen> cover = Optional.empty();

  /**
   * Draws its line on {@code terminal}.
   *
   * @param columns how wide it is; asked anew each time, and never by a thread that writes text
   *     while no line was set
   * @param height how many rows it has
   */
  public Screen(OutputStream terminal, IntSupplier columns, IntSupplier height) {
    this.terminal = terminal;
    this.columns = columns;
    this.height = height;
  }

  /** How many characters fit into a row just now. */
  public int columns() {
    return columns.getAsInt();
  }

  /** How many rows there are just now. */
  public int height() {
    return height.getAsInt();
  }

  /** Has {@code action} done whenever it has got another size, after those named before. */
  public void onResize(Runnable action) {
    resizing.add(action);
  }

  /** Called when the terminal has another size. */
  public void resized() {
    resizing.forEach(Runnable::run);
  }

  /** A stream that writes to {@code bytes} on this screen: UTF-8, whole characters a write. */
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
   * colours, and line feeds where it has several rows, but no other control character.
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

  /**
   * Covers the terminal until {@link #uncover}: what it shows is kept beneath, and what is written
   * meanwhile waits, as far as it is not too much: more than 1 MiB ends the covering.
   */
  public void cover() {
    lock.lock();
    try {
      if (cover.isEmpty()) {
        erase();
        cover = Optional.of(new AlternateScreen());
        send(AlternateScreen.ENTER);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shows these rows while the terminal is covered, from the top; those beyond its height are left
   * out. A row may hold sequences that colour it or move the cursor to the right.
   */
  public void show(List<String> rows) {
    lock.lock();
    try {
      cover.ifPresent(over -> send(over.frame(rows, columns(), height())));
    } finally {
      lock.unlock();
    }
  }

  /** Shows the terminal as it was, and then what was written meanwhile. */
  public void uncover() {
    lock.lock();
    try {
      Optional<AlternateScreen> over = cover;
      cover = Optional.empty();
      if (over.isPresent()) {
        send(AlternateScreen.EXIT);
        over.get().release(this::append);
        draw();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes away what comes and goes, unless a write takes long: for a caller that cannot wait. */
  public void leave() {
    try {
      if (lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          line = "";
          erase();
          uncover();
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(OutputStream bytes, byte[] from, int offset, int length) throws IOException {
    lock.lock();
    try {
      if (cover.isPresent()) {
        if (cover.get().holds(bytes, from, offset, length)) {
          return;
        }
        uncover();
      }
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
    if (line.isEmpty() || cover.isPresent()) {
      return;
    }
    int width = columns.getAsInt();
    if (cursor.mayBeAtEnd(width)) {
      return;
    }
    List<String> rows = line.lines().map(row -> Cells.cut(row, width - 1)).toList();
    String shown = String.join("\r\n", rows);
    if (cursor.atStart()) {
      send(room(rows.size() - 1) + REMEMBER + shown + RETURN);
      drawn = Place.HERE;
    } else {
      send(room(rows.size()) + REMEMBER + "\r\n" + shown + RETURN);
      drawn = Place.BELOW;
    }
  }

  /** Scrolls if need be, so that so many rows are below the cursor. */
  private static String room(int rows) {
    return ROW_BELOW.repeat(rows) + ROW_ABOVE.repeat(rows);
  }

  /**
   * A line that cannot be shown is no loss: the next write of text tells that the terminal is gone.
   */
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
