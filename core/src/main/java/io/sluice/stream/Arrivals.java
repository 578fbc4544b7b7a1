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

  /** The same in characters of JSON, so that a few huge chunks do not wait beside small ones. */
  static final int AHEAD_CHARACTERS = 256 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Chunk> waiting = new ArrayDeque<>(2);
  private final FinishedChoices choices = new FinishedChoices();
  private final Ledger ledger = new Ledger();
  private final LongSupplier nanoTime;
  private long waitingCharacters;
  // Set under the lock; read without it for each chunk, to see that there is nothing to lock for.
  private volatile long sentAt;
  private volatile boolean sent;
  private volatile boolean full;
  private volatile boolean resumable;
  private volatile boolean ending;
  private boolean paused;
  private @Nullable End end;
  private @Nullable Outcome outcome;

  Arrivals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void sent(int attempt) {
    unlessOver(
        () -> {
          sentAt = nanoTime.getAsLong();
          sent = true;
          ledger.sent(attempt);
        });
  }

  Duration elapsed() {
    return sent ? Duration.ofNanos(nanoTime.getAsLong() - sentAt) : Duration.ZERO;
  }

  void head(ResponseHead head) {
    Duration at = elapsed();
    unlessOver(() -> ledger.head(head, at));
  }

  void irregular(Irregularity.Kind kind) {
    unlessOver(() -> ledger.irregular(kind));
  }

  /** Adds a chunk; false if the stream is over. */
  boolean chunk(Chunk chunk) {
    lock.lock();
    try {
      if (over()) {
        return false;
      }
      waiting.add(chunk);
      waitingCharacters += chunk.jsonLength();
      if (choices.add(chunk)) {
        ledger.irregular(Irregularity.Kind.DELTA_AFTER_FINISH);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  void end(End reason) {
    unlessOver(
        () -> {
          end = reason;
          ending = true;
          changed.signalAll();
        });
  }

  boolean wantsMore() {
    lock.lock();
    try {
      if (!waiting.isEmpty()) {
        changed.signalAll();
      }
      paused = over() || waiting.size() >= AHEAD || waitingCharacters >= AHEAD_CHARACTERS;
      return !paused;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asked by the source alone, which also adds the chunks that change it: hence without the lock.
   */
  boolean finished() {
    return choices.everyFinished();
  }

  /** Like {@link #finished()}. */
  boolean looksComplete() {
    return choices.looksComplete();
  }

  /** Whether the source has stopped reading and should go on; answers yes once for each pause. */
  boolean resumes() {
    if (!resumable) {
      return false;
    }
    lock.lock();
    try {
      boolean resumes = paused && !over() && isHalfUsedUp();
      paused &= !resumes;
      resumable = false;
      return resumes;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next chunk, now delivered; null if none waits. The one that makes the answer longer than
   * its bound is the last: what waits behind it is beyond the bound too.
   */
  @Nullable Chunk take() {
    lock.lock();
    try {
      Chunk chunk = waiting.poll();
      if (chunk != null) {
        waitingCharacters -= chunk.jsonLength();
        resumable = paused && isHalfUsedUp();
        ledger.deliver(chunk).ifPresent(this::exceeded);
      }
      return chunk;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the answer has outgrown its bound, so that its source should stop. */
  boolean isFull() {
    return full;
  }

  /** How the stream ended, judged now if nothing is left before its end; null if it goes on. */
  @Nullable Outcome conclude() {
    if (!ending) {
      return null;
    }
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

  /** How the stream ended, if that has been delivered. */
  @Nullable Outcome delivered() {
    lock.lock();
    try {
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
      ending = true;
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void exceeded(Failure bound) {
    waiting.clear();
    waitingCharacters = 0;
    end = new End.Failed(bound);
    ending = true;
    full = true;
  }

  private boolean isHalfUsedUp() {
    return waiting.size() <= AHEAD / 2 && waitingCharacters <= AHEAD_CHARACTERS / 2;
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
