package io.sluice.feed;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The chunks that have arrived but were not delivered, and those that were. Thread-safe: one lock
 * guards both, so that the outcome folds exactly the delivered chunks. Calls no foreign code under
 * that lock.
 */
final class Arrivals {

  /**
   * The number of waiting chunks at which reading stops. Reading a little ahead, and continuing
   * only when half of it is consumed, avoids waking the transport for each chunk. One network read
   * may exceed the bound; no second one follows.
   */
  static final int AHEAD = 16;

  /** The same bound in characters of JSON, so that only few huge chunks wait. */
  static final int AHEAD_CHARACTERS = 256 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Chunk> waiting = new ArrayDeque<>(2);
  private final FinishedChoices choices = new FinishedChoices();
  private final Ledger ledger = new Ledger();
  private final LongSupplier nanoTime;
  private long waitingCharacters;
  // Set under the lock, but read without it for each chunk, to save locking in the usual case.
  private volatile long sentAt;
  private long askedAt;
  private boolean asked;
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

  void asked() {
    unlessOver(
        () -> {
          askedAt = nanoTime.getAsLong();
          asked = true;
        });
  }

  void connected(Duration took) {
    unlessOver(() -> ledger.connected(took));
  }

  void sent(int attempt) {
    unlessOver(
        () -> {
          sentAt = nanoTime.getAsLong();
          sent = true;
          ledger.sent(attempt, asked ? Duration.ofNanos(sentAt - askedAt) : null);
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
   * Called only by the source, which also adds the chunks that change it, and therefore without the
   * lock.
   */
  boolean finished() {
    return choices.everyFinished();
  }

  /** Called only by the source, like {@link #finished()}. */
  boolean looksComplete() {
    return choices.looksComplete();
  }

  /** Whether the source has stopped reading and should continue; true once for each pause. */
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
   * Delivers the next chunk; null if none waits. The chunk that makes the answer exceed its bound
   * is the last: those that wait behind it exceed the bound too.
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

  /** Whether the answer exceeds its bound, so that its source should stop. */
  boolean isFull() {
    return full;
  }

  /**
   * The outcome of the stream, decided now if no chunk waits before its end; null if it continues.
   */
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

  /** The outcome of the stream, if it has been delivered. */
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

  /**
   * Ends the stream as stopped and drops the waiting chunks; false if its end was delivered before.
   */
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

  /** Ignores changes that a source makes after the end, its own or a stop. */
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
