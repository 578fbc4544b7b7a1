package io.sluice.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a log are: the last in memory, older ones in a spool file, and those that
 * could not be spooled nowhere. One thread at a time adds lines; any may read meanwhile.
 */
final class LogStore {

  /** Spooling frees this part of the memory, so that it is done seldom and in large writes. */
  private static final int FREED_PART = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final LineWindow window = new LineWindow();
  private final LogMemory shared;
  private final long memory;
  private final Optional<Path> folder;
  private volatile @Nullable Spool spool;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;

  LogStore(LogMemory shared, long memory, Optional<Path> folder) {
    this.shared = shared;
    this.memory = memory;
    this.folder = folder;
  }

  /** The number of the last line; 0 before the first. */
  long last() {
    lock.lock();
    try {
      return window.last();
    } finally {
      lock.unlock();
    }
  }

  boolean isInMemory(long after) {
    lock.lock();
    try {
      return after >= window.before();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Why lines could not be spooled, in one line. */
  Optional<String> trouble() {
    return trouble;
  }

  void add(byte[] line) {
    lock.lock();
    try {
      window.add(line);
      shared.count(line.length);
    } finally {
      lock.unlock();
    }
  }

  /** Spools the oldest lines if the memory holds too much. Called by the thread that adds. */
  void spoolWhatIsTooMuch() {
    long most = shared.isExceeded() ? Math.min(memory, LogMemory.LEAST) : memory;
    if (!closed && window.bytes() > most) {
      List<byte[]> oldest = window.beyond(most - most / FREED_PART);
      spool(oldest);
      drop(oldest.size());
    }
  }

  /**
   * The lines behind the cursor, at least one if there is one.
   *
   * @throws IllegalStateException if the store is closed
   */
  LogSlice read(long after, int bytes) {
    Optional<LogSlice> held = remembered(after, bytes);
    if (held.isPresent()) {
      return held.get();
    }
    Spool older = spool;
    if (older != null && after < older.lines()) {
      return spooled(older, after, bytes);
    }
    // Nothing more is spooled once that failed, so what is missing now never comes back.
    return rest(bytes);
  }

  /** Forgets all lines and deletes the file. Called by the thread that adds. */
  void close() {
    closed = true;
    drop((int) (window.last() - window.before()));
    Spool open = spool;
    if (open != null) {
      try {
        open.close();
      } catch (IOException stuck) {
        trouble = Optional.of("the spool file cannot be deleted: " + stuck);
      }
    }
  }

  private Optional<LogSlice> remembered(long after, int bytes) {
    lock.lock();
    try {
      refuseIfClosed();
      return after < window.before() ? Optional.empty() : Optional.of(slice(after, bytes));
    } finally {
      lock.unlock();
    }
  }

  private LogSlice rest(int bytes) {
    lock.lock();
    try {
      refuseIfClosed();
      return slice(window.before(), bytes);
    } finally {
      lock.unlock();
    }
  }

  private LogSlice spooled(Spool older, long after, int bytes) {
    try {
      return new LogSlice(after, older.read(after, bytes));
    } catch (IOException unreadable) {
      refuseIfClosed();
      throw new UncheckedIOException(unreadable);
    }
  }

  private LogSlice slice(long after, int bytes) {
    List<LogLine> lines = new ArrayList<>();
    long room = bytes;
    for (long number = after + 1; number <= window.last(); number++) {
      byte[] line = window.line(number);
      room -= line.length;
      if (room < 0 && !lines.isEmpty()) {
        break;
      }
      lines.add(new LogLine(number, line));
    }
    return new LogSlice(after, lines);
  }

  /** What cannot be spooled is lost, and so is everything later that has to leave the memory. */
  private void spool(List<byte[]> oldest) {
    if (trouble.isPresent()) {
      return;
    }
    if (folder.isEmpty()) {
      trouble = Optional.of("the log has no spool file; give it a folder for one");
      return;
    }
    try {
      opened(folder.get()).add(oldest);
    } catch (IOException full) {
      trouble = Optional.of("the spool file in " + folder.get() + " cannot be written: " + full);
    }
  }

  private Spool opened(Path place) throws IOException {
    Spool open = spool;
    if (open == null) {
      open = Spool.in(place);
      spool = open;
    }
    return open;
  }

  private void drop(int count) {
    lock.lock();
    try {
      shared.count(-window.drop(count));
    } finally {
      lock.unlock();
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the log is closed");
    }
  }
}
