package io.sluice.feed;

import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.OneLine;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.thread.DaemonThreads;
import io.sluice.thread.UncaughtErrors;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream between its source and its consumer: starting, stopping and the end. Thread-safe.
 *
 * <p>The source references it while the server sends. It must therefore not reference a {@link
 * FedStream} that is pulled, because otherwise the loss of its reader would not be noticed.
 */
final class Transfer implements Feed {

  private final ChunkSource source;
  private final Arrivals arrivals;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<Outcome> ended = new CompletableFuture<>();
  // Written before, and read after, the moment from which the outcome is known.
  private volatile boolean asked;
  private volatile @Nullable Push push;

  Transfer(ChunkSource source, LongSupplier nanoTime) {
    this.source = source;
    this.arrivals = new Arrivals(nanoTime);
  }

  /** Signals this subscriber from now on, and keeps its stream from being collected. */
  void to(Push subscribed) {
    push = subscribed;
  }

  boolean isStarted() {
    return started.get();
  }

  /** Begins unless it has begun; if the source fails, the stream ends. */
  void start() {
    if (started.get() || started.getAndSet(true)) {
      return;
    }
    try {
      source.start(this);
    } catch (RuntimeException | Error failed) {
      broken("the stream did not start: ", failed);
    }
  }

  /** Delivers the next chunk; null if none waits or the end has been delivered. */
  @Nullable Chunk take() {
    Chunk chunk = readable();
    if (arrivals.isFull()) {
      cancel();
    } else if (started.get() && arrivals.resumes()) {
      read();
    }
    return chunk;
  }

  /** Waits for a chunk or the end; an interrupt stops the stream. */
  void await() {
    try {
      arrivals.await();
    } catch (InterruptedException interrupted) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the stream unless its end has been delivered. Returns at once. */
  void stop() {
    if (!arrivals.stop()) {
      return;
    }
    if (started.getAndSet(true)) {
      cancel();
    }
    tellElsewhere();
    signalSubscriber();
  }

  /** Delivers and returns the outcome of the stream; null if chunks or an end are still to come. */
  @Nullable Outcome ending() {
    return arrivals.conclude();
  }

  /** The outcome of the stream, completed once it has been delivered. */
  CompletionStage<Outcome> outcome() {
    asked = true;
    Outcome known = arrivals.delivered();
    return known == null ? ended.minimalCompletionStage() : CompletableFuture.completedStage(known);
  }

  /** Completes the outcome on this thread, which is the consumer's own. */
  void tellHere(Outcome outcome) {
    if (asked) {
      ended.complete(outcome);
    }
  }

  /**
   * Completes the outcome on a thread that may be blocked by the actions added to it, because this
   * one may be the transport's and serve other streams. Later calls find the outcome complete.
   */
  void tellElsewhere() {
    Outcome outcome = arrivals.delivered();
    if (outcome == null || !asked) {
      return;
    }
    try {
      OutcomeThreads.SHARED.execute(() -> ended.complete(outcome));
    } catch (RuntimeException | Error noThread) {
      ended.complete(outcome);
    }
  }

  @Override
  public void asked() {
    arrivals.asked();
  }

  @Override
  public void connected(Duration took) {
    arrivals.connected(took);
  }

  @Override
  public void sent(int attempt) {
    arrivals.sent(attempt);
  }

  @Override
  public Duration elapsed() {
    return arrivals.elapsed();
  }

  @Override
  public void head(ResponseHead head) {
    arrivals.head(head);
  }

  @Override
  public void chunk(Chunk chunk) {
    boolean goesOn = arrivals.chunk(chunk);
    if (!goesOn) {
      cancel();
    }
  }

  @Override
  public void irregular(Irregularity.Kind kind) {
    arrivals.irregular(kind);
  }

  @Override
  public void end(End end) {
    arrivals.end(end);
    signalSubscriber();
  }

  @Override
  public boolean wantsMore() {
    signalSubscriber();
    return arrivals.wantsMore();
  }

  @Override
  public boolean finished() {
    return arrivals.finished();
  }

  @Override
  public boolean looksComplete() {
    return arrivals.looksComplete();
  }

  private void signalSubscriber() {
    Push to = push;
    if (to != null) {
      to.drain();
    }
  }

  /** The next chunk that can be folded into the answer; any other fails the stream. */
  private @Nullable Chunk readable() {
    while (true) {
      try {
        return arrivals.take();
      } catch (RuntimeException | Error unreadable) {
        broken("a chunk cannot be read: ", unreadable);
      }
    }
  }

  private void read() {
    try {
      source.read();
    } catch (RuntimeException | Error failed) {
      broken("the stream did not go on: ", failed);
    }
  }

  /**
   * Received chunks are still delivered. No signal is needed, since the caller checks for the end.
   */
  private void broken(String what, Throwable thrown) {
    arrivals.end(new End.Failed(new Failure.Connection(OneLine.of(what + thrown))));
    cancel();
  }

  /** An exception of the source does not change the end. */
  private void cancel() {
    try {
      source.cancel();
    } catch (RuntimeException | Error failed) {
      UncaughtErrors.of(failed);
    }
  }

  /** Created when an outcome is first delivered to a waiting action. */
  private static final class OutcomeThreads {
    static final Executor SHARED = DaemonThreads.executor("sluice-outcome-");
  }
}
