package io.sluice.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A stream pushed to one subscriber (Reactive Streams 1.0.4). Thread-safe: whoever finds work
 * drains it, and others leave theirs to him, so signals never overlap and never recurse.
 */
final class Push implements Flow.Subscription {

  private final FedStream stream;
  private final Flow.Subscriber<? super Chunk> subscriber;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger work = new AtomicInteger(1);
  private volatile boolean cancelled;
  private volatile @Nullable Throwable violation;

  Push(FedStream stream, Flow.Subscriber<? super Chunk> subscriber) {
    this.stream = stream;
    this.subscriber = subscriber;
  }

  /** Hands the subscription over; signals wait until that has returned. */
  void begin() {
    subscriber.onSubscribe(this);
    loop();
  }

  /** Tells a subscriber that came second. */
  void refuse() {
    cancelled = true;
    subscriber.onSubscribe(this);
    subscriber.onError(
        new IllegalStateException("the stream has a consumer; one answer is read once"));
  }

  @Override
  public void request(long n) {
    if (cancelled) {
      return;
    }
    if (n <= 0) {
      violation = new IllegalArgumentException("requested " + n + "; rule 3.9 asks for 1 or more");
    } else {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
      stream.start();
    }
    drain();
  }

  @Override
  public void cancel() {
    if (!cancelled) {
      cancelled = true;
      stream.close();
    }
  }

  void drain() {
    if (work.getAndIncrement() == 0) {
      loop();
    }
  }

  private void loop() {
    int seen = work.get();
    while (seen != 0) {
      deliver();
      seen = work.addAndGet(-seen);
    }
  }

  private void deliver() {
    Throwable wrong = violation;
    if (wrong != null && !cancelled) {
      cancel();
      subscriber.onError(wrong);
      return;
    }
    while (!cancelled && demand.get() > 0) {
      Chunk chunk = stream.take();
      if (chunk == null) {
        break;
      }
      demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
      hand(chunk);
    }
    conclude();
  }

  /** A subscriber that throws breaks rule 2.13 and counts as one that cancelled. */
  private void hand(Chunk chunk) {
    try {
      subscriber.onNext(chunk);
    } catch (RuntimeException | Error broken) {
      cancel();
      throw broken;
    }
  }

  private void conclude() {
    Outcome ending = cancelled ? null : stream.ending();
    if (ending == null) {
      return;
    }
    cancelled = true;
    if (ending.status() == Status.COMPLETED) {
      subscriber.onComplete();
    } else {
      subscriber.onError(new StreamException(ending));
    }
  }
}
