package io.sluice.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived and not been delivered, and what has been. Thread-safe: one lock guards both
 * sides, so that the outcome folds exactly what was taken. Calls nobody's code under that lock.
 */
final class Arrivals {

  /**
   * How many chunks may wait before reading stops. Reading a little ahead, and going on only when
   * half of that is used up, keeps the transport from being woken for each chunk; one network read
   * may bring more, never a second one.
   */
  static final int AHEAD = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Chunk> waiting = new ArrayDeque<>(AHEAD);
  private final FinishedChoices choices = new FinishedChoices();
  private final AnswerBound bound = new AnswerBound();
  private final Ledger ledger = new Ledger();
  private final LongSupplier nanoTime;
  private long sentAt;
  private boolean sent;
  private boolean paused;
  private @Nullable End end;
  private @Nullable Outcome outcome;

  Arrivals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void sent(int attempt) {
    unlessOver(
        () -> {
          sent = true;
          sentAt = nanoTime.getAsLong();
          ledger.sent(attempt);
        });
  }

  Duration elapsed() {
    lock.lock();
    try {
      return sent ? Duration.ofNanos(nanoTime.getAsLong() - sentAt) : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  void head(Duration at) {
    unlessOver(() -> ledger.head(at));
  }

  void irregular(Irregularity.Kind kind) {
    unlessOver(() -> ledger.irregular(kind));
  }

  /** Adds a chunk; false if the stream is over, or over because of it. */
  boolean chunk(Chunk chunk) {
    lock.lock();
    try {
      if (over()) {
        return false;
      }
      waiting.add(chunk);
      if (choices.anyFinishedBefore(chunk)) {
        ledger.irregular(Irregularity.Kind.DELTA_AFTER_FINISH);
      }
      choices.add(chunk);
      bound.add(chunk).ifPresent(failure -> end = new End.Failed(failure));
      changed.signalAll();
      return end == null;
    } finally {
      lock.unlock();
    }
  }

  void end(End reason) {
    unlessOver(
        () -> {
          end = reason;
          changed.signalAll();
        });
  }

  boolean wantsMore() {
    lock.lock();
    try {
      paused = over() || waiting.size() >= AHEAD;
      return !paused;
    } finally {
      lock.unlock();
    }
  }

  boolean finished() {
    lock.lock();
    try {
      return choices.everyFinished();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the source has stopped reading and should go on; answers yes once for each pause. */
  boolean resumes() {
    lock.lock();
    try {
      boolean resumes = paused && !over() && waiting.size() <= AHEAD / 2;
      paused &= !resumes;
      return resumes;
    } finally {
      lock.unlock();
    }
  }

  /** The next chunk, now delivered; null if none waits. */
  @Nullable Chunk take() {
    lock.lock();
    try {
      Chunk chunk = waiting.poll();
      if (chunk != null) {
        ledger.deliver(chunk);
      }
      return chunk;
    } finally {
      lock.unlock();
    }
  }

  /** How the stream ended, judged now if nothing is left before its end; null if it goes on. */
  @Nullable Outcome conclude() {
    lock.lock();
    try {
      if (outcome == null && end != null && waiting.isEmpty()) {
        outcome = ledger.outcome(Verdict.of(end, choices), elapsed());
      }
      return outcome;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is a chunk to take or an end to conclude. */
  void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !over()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the stream as stopped, dropping what waits; false if its end was delivered before. */
  boolean stop() {
    lock.lock();
    try {
      if (outcome != null) {
        return false;
      }
      waiting.clear();
      outcome = ledger.outcome(Verdict.stopped(), elapsed());
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean over() {
    return end != null || outcome != null;
  }

  /** What a source says after the end, its own or a stop, has no effect. */
  private void unlessOver(Runnable change) {
    lock.lock();
    try {
      if (!over()) {
        change.run();
      }
    } finally {
      lock.unlock();
    }
  }
}
