package io.sluice.runlog;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that several logs share. While more is held than it has, each log that grows keeps its
 * last {@value #LEAST} bytes only, and spools the others. Thread-safe.
 */
public final class LogMemory {

  /** What a log may hold in any case, so that readers who are up to date need no file. */
  public static final long LEAST = 64 * 1024;

  private final AtomicLong held = new AtomicLong();
  private final long bytes;
  private final Runnable relief;

  private LogMemory(long bytes, Runnable relief) {
    this.bytes = bytes;
    this.relief = relief;
  }

  /** Memory of so many bytes. */
  public static LogMemory of(long bytes) {
    return of(bytes, () -> {});
  }

  /**
   * Memory of so many bytes, with what is done when a line does not fit, before any line is
   * spooled: closing the logs of old runs, for example. It is called on the thread that appends, at
   * every line that does not fit, and must not throw.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public static LogMemory of(long bytes, Runnable relief) {
    if (bytes < 0) {
      throw new IllegalArgumentException("the memory of logs is " + bytes + "; use zero or more");
    }
    return new LogMemory(bytes, Objects.requireNonNull(relief, "relief"));
  }

  /** How many bytes of lines the logs hold now. */
  public long held() {
    return held.get();
  }

  /** Whether the logs hold more than there is. */
  public boolean isExceeded() {
    return held.get() > bytes;
  }

  /** Counts bytes that a log took, or gave back if they are negative. */
  void count(long more) {
    held.addAndGet(more);
  }

  void relieve() {
    if (isExceeded()) {
      relief.run();
    }
  }
}
