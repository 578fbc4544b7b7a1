package io.sluice.sinks.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How large the terminal of this process is. Asking the system takes a moment, so the answer is
 * kept until {@link #forget}, or for a second where no signal tells of a change. Thread-safe.
 */
public final class ScreenSize {
  private static final Size USUAL = new Size(24, 80);
  private static final int PATIENCE_SECONDS = 2;
  private static final int LONGEST = 64;

  private static final long RENEWED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long life;
  private volatile long asked;
  private volatile boolean known;
  private volatile Size size = USUAL;

  private ScreenSize(long life) {
    this.life = life;
  }

  /** A size that is kept until {@link #forget}. */
  public static ScreenSize kept() {
    return new ScreenSize(Long.MAX_VALUE);
  }

  /** A size that is asked for again after a second. */
  public static ScreenSize renewed() {
    return new ScreenSize(RENEWED_NANOS);
  }

  /** The number of cells in a row of the terminal; 80 if it is unknown. */
  public int columns() {
    return size().columns();
  }

  /** The number of rows of the terminal; 24 if it is unknown. */
  public int rows() {
    return size().rows();
  }

  /** Has the size detected again at its next use, because the terminal may have changed. */
  public void forget() {
    known = false;
  }

  private Size size() {
    long now = System.nanoTime();
    if (!known || now - asked > life) {
      // Before asking: a change in between is then asked for once more.
      known = true;
      asked = now;
      size = ask();
    }
    return size;
  }

  /** Of coreutils, the BSDs and busybox: prints rows and columns of the terminal on its stdin. */
  private static Size ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (!stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          return USUAL;
        }
        byte[] said = stty.getInputStream().readNBytes(LONGEST);
        return Size.parse(new String(said, StandardCharsets.US_ASCII));
      } finally {
        stty.destroy();
      }
    } catch (IOException none) {
      return USUAL;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /**
   * A size.
   *
   * @param rows from 1
   * @param columns from 1
   */
  record Size(int rows, int columns) {
    static Size parse(String said) {
      String[] words = said.strip().split(" ", -1);
      try {
        var size = new Size(Integer.parseInt(words[0]), Integer.parseInt(words[words.length - 1]));
        return size.rows < 1 || size.columns < 1 ? USUAL : size;
      } catch (NumberFormatException none) {
        return USUAL;
      }
    }
  }
}
