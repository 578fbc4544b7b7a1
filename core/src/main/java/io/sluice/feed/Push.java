package io.sluice.feed;

import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.thread.UncaughtErrors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A stream pushed to one subscriber (Reactive Streams 1.0.4). Thread-safe: one thread at a time
 * delivers all signals, including those that other threads add meanwhile, so signals never overlap
 * and never recurse.
 */
final class Push implements Flow.Subscription {

  /**
   * Referenced because the source references this, and a subscriber may hold no reference to the
   * stream.
   */
  private final FedStream stream;

  private final Transfer transfer;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger work = new AtomicInteger(1);
  // Null after the last signal, since rule 3.13 requires dropping the subscriber.
  private volatile Flow.@Nullable Subscriber<? super Chunk> subscriber;
  private volatile @Nullable Throwable violation;

  Push(FedStream stream, Transfer transfer) {
    this.stream = stream;
    this.transfer = transfer;
  }

  /** Passes the subscription to the subscriber; signals wait until that has returned. */
  void begin(Flow.Subscriber<? super Chunk> first) {
    subscriber = first;
    try {
      first.onSubscribe(this);
    } catch (RuntimeException | Error broken) {
      cancel();
      throw broken;
    }
    loop();
  }

  /** Sends an error to a second subscriber. */
  static void refuse(Flow.Subscriber<? super Chunk> second) {
    second.onSubscribe(new Refused());
    second.onError(new IllegalStateException("the stream has a consumer; one answer is read once"));
  }

  @Override
  public void request(long n) {
    if (subscriber == null) {
      return;
    }
    if (n <= 0) {
      violation = new IllegalArgumentException("requested " + n + "; rule 3.9 asks for 1 or more");
    } else {
      demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
      transfer.start();
    }
    drain();
  }

  @Override
  public void cancel() {
    if (subscriber != null) {
      subscriber = null;
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
    Flow.Subscriber<? super Chunk> to = subscriber;
    if (to == null) {
      return;
    }
    Throwable wrong = violation;
    if (wrong != null) {
      cancel();
      last(() -> to.onError(wrong));
      return;
    }
    while (subscriber != null && demand.get() > 0) {
      Chunk chunk = transfer.take();
      if (chunk == null) {
        break;
      }
      demand.updateAndGet(left -> left == Long.MAX_VALUE ? left : left - 1);
      hand(chunk, to);
    }
    conclude(to);
  }

  /**
   * A subscriber that throws violates rule 2.13 and counts as cancelled. Its exception must not
   * reach the source, so it goes to the thread's handler of uncaught exceptions.
   */
  private void hand(Chunk chunk, Flow.Subscriber<? super Chunk> to) {
    try {
      to.onNext(chunk);
    } catch (RuntimeException | Error broken) {
      cancel();
      UncaughtErrors.of(broken);
    }
  }

  /** Sends a last signal; its exception is treated as in {@link #hand}. */
  private static void last(Runnable signal) {
    try {
      signal.run();
    } catch (RuntimeException | Error broken) {
      UncaughtErrors.of(broken);
    }
  }

  private void conclude(Flow.Subscriber<? super Chunk> to) {
    Outcome ending = subscriber == null ? null : transfer.ending();
    if (ending == null) {
      return;
    }
    subscriber = null;
    transfer.tellElsewhere();
    if (ending.status() == Status.COMPLETED) {
      last(to::onComplete);
    } else {
      last(() -> to.onError(new StreamException(ending)));
    }
  }

  /** The subscription of a subscriber that is refused. */
  private record Refused() implements Flow.Subscription {

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
