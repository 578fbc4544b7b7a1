package io.sluice.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.sink.Sink;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lines of one run's transcript by number, from 1, for any number of readers. Lines are only
 * ever added, and a line never changes. A reader has a cursor, the number of the last line it has;
 * what it reads begins behind that, as often and from wherever it likes.
 *
 * <p>The last lines are in memory, older ones in a spool file. No reader delays the run, and no
 * line is lost because a reader is slow. Where there is no folder for the spool file, or its disk
 * is full, old lines are given up; a {@link LogSlice} then says which. Thread-safe.
 */
public final class RunLog implements AutoCloseable {

  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock waiting = new ReentrantLock();
  private final Condition news = waiting.newCondition();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final LogMemory shared;
  private final LogStore store;
  private final long limit;
  private volatile long bytes;
  private volatile boolean ended;

  private RunLog(Builder builder) {
    this.shared = builder.shared;
    this.store = new LogStore(builder.shared, builder.memory, builder.folder);
    this.limit = builder.limit;
  }

  /** A log with the standard bounds, which spools to a folder. */
  public static RunLog spooledTo(Path folder) {
    return builder().spool(folder).build();
  }

  /** Starts a log with the standard bounds and no spool file. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A sink for one run, which writes its lines into this log. If the log is full, the record ends
   * there as truncated, and the run goes on.
   */
  public Sink sink() {
    return new LogSink(this);
  }

  /**
   * Adds a line. Lines that are added at once get an order.
   *
   * @param line one JSON object, with or without its line feed
   * @return whether it was taken; false if it goes beyond the {@link #limit()}, which only the
   *     first line may
   * @throws IllegalStateException if the log has ended or is closed
   */
  public boolean append(String line) {
    byte[] text = line.stripTrailing().getBytes(UTF_8);
    writing.lock();
    try {
      refuseIfOver();
      if (bytes > 0 && bytes + text.length > limit) {
        return false;
      }
      add(text);
    } finally {
      writing.unlock();
    }
    afterwards();
    return true;
  }

  /**
   * Adds the last line, whatever its size.
   *
   * @throws IllegalStateException if the log has ended or is closed
   */
  public void end(String line) {
    writing.lock();
    try {
      refuseIfOver();
      add(line.stripTrailing().getBytes(UTF_8));
      ended = true;
    } finally {
      writing.unlock();
    }
    afterwards();
  }

  /**
   * The lines behind a cursor: as many as have {@code bytes} together, but at least one if there is
   * one. Reads the spool file if they are no longer {@linkplain #isInMemory in memory}, and waits
   * for nothing else.
   *
   * @param after the number of the last line that the reader has; 0 if it has none
   * @throws IllegalArgumentException if the cursor is negative
   * @throws IllegalStateException if the log is closed
   * @throws UncheckedIOException if the spool file cannot be read
   */
  public LogSlice read(long after, int bytes) {
    if (after < 0) {
      throw new IllegalArgumentException("the cursor is " + after + "; use 0 or a line's number");
    }
    return store.read(after, bytes);
  }

  /** Whether reading behind that cursor needs no file. */
  public boolean isInMemory(long after) {
    return store.isInMemory(after);
  }

  /**
   * Waits until there is a line behind the cursor, or the log has ended or is closed.
   *
   * @return whether that happened within the limit
   * @throws InterruptedException if the thread was interrupted
   */
  public boolean await(long after, Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    waiting.lock();
    try {
      while (isQuiet(after) && left > 0) {
        left = news.awaitNanos(left);
      }
      return !isQuiet(after);
    } finally {
      waiting.unlock();
    }
  }

  /**
   * Has {@code signal} called after each line, and when the log is closed, on the thread that did
   * it. It must return at once and must not throw. What is read after this call misses nothing.
   */
  public LogWatch watch(Runnable signal) {
    var watch = new Watch(Objects.requireNonNull(signal, "signal"), watches);
    watches.add(watch);
    return watch;
  }

  /** How many lines there are. */
  public long lines() {
    return store.last();
  }

  /** How many bytes the lines have, wherever they are. */
  public long bytes() {
    return bytes;
  }

  /** The bytes beyond which no line but the last is taken. */
  public long limit() {
    return limit;
  }

  /** Whether the last line was added. */
  public boolean isEnded() {
    return ended;
  }

  /** Whether the lines were given up. */
  public boolean isClosed() {
    return store.isClosed();
  }

  /** Why old lines could not be spooled, in one line; empty if they were, or none had to. */
  public Optional<String> trouble() {
    return store.trouble();
  }

  /** Gives up all lines and deletes the spool file. May be called again. */
  @Override
  public void close() {
    writing.lock();
    try {
      if (store.isClosed()) {
        return;
      }
      store.close();
    } finally {
      writing.unlock();
    }
    signal();
    watches.clear();
  }

  private boolean isQuiet(long after) {
    return lines() <= after && !ended && !store.isClosed();
  }

  private void add(byte[] line) {
    store.add(line);
    long grown = bytes + line.length;
    bytes = grown;
  }

  private void afterwards() {
    shared.relieve();
    writing.lock();
    try {
      store.spoolWhatIsTooMuch();
    } finally {
      writing.unlock();
    }
    signal();
  }

  private void signal() {
    waiting.lock();
    try {
      news.signalAll();
    } finally {
      waiting.unlock();
    }
    for (Watch watch : watches) {
      watch.signal().run();
    }
  }

  private void refuseIfOver() {
    if (store.isClosed()) {
      throw new IllegalStateException("the log is closed");
    }
    if (ended) {
      throw new IllegalStateException("the log has ended; open another for another run");
    }
  }

  /** Builds a log. Mutable; for one thread. */
  public static final class Builder {
    private long memory = 4L * 1024 * 1024;
    private long limit = 256L * 1024 * 1024;
    private LogMemory shared = LogMemory.of(Long.MAX_VALUE);
    private Optional<Path> folder = Optional.empty();

    private Builder() {}

    /** Sets how many bytes of lines stay in memory: 4 MiB unless it is set. */
    public Builder memory(long bytes) {
      memory = bytes;
      return this;
    }

    /** Sets the bytes beyond which a record ends: 256 MiB unless it is set. */
    public Builder limit(long bytes) {
      limit = bytes;
      return this;
    }

    /** Sets the memory that this log shares with others; unless it is set, none is shared. */
    public Builder shared(LogMemory ofAll) {
      shared = Objects.requireNonNull(ofAll, "shared");
      return this;
    }

    /** Sets the folder of the spool file, which is made when it is needed. */
    public Builder spool(Path place) {
      folder = Optional.of(place);
      return this;
    }

    /** Builds the log; it opens no file yet. */
    public RunLog build() {
      return new RunLog(this);
    }
  }

  /** Two watches with one signal are two. */
  private static final class Watch implements LogWatch {
    private final Runnable signal;
    private final List<Watch> all;

    Watch(Runnable signal, List<Watch> all) {
      this.signal = signal;
      this.all = all;
    }

    Runnable signal() {
      return signal;
    }

    @Override
    public void close() {
      all.remove(this);
    }
  }
}
