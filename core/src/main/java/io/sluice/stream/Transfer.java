package io.sluice.stream;

import io.sluice.thread.DaemonThreads;
import io.sluice.thread.LastWords;
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
 * <p>The source holds on to it while the server sends. Therefore it must not lead to a {@link
 * FedStream} that is pulled, or nobody would notice that its reader is gone.
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

  /**
   * From now on this subscriber is told what there is; it keeps its stream from being collected.
   */
  void to(Push subscribed) {
    push = subscribed;
  }

  boolean isStarted() {
    return started.get();
  }

  /** Begins unless that was done; a source that cannot leaves nobody waiting for it. */
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

  /** The next chunk, now delivered; null if none waits or the end has been delivered. */
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

  /** How the stream ended, which is hereby delivered; null if chunks or news are to come. */
  @Nullable Outcome ending() {
    return arrivals.conclude();
  }

  /** How the stream ended, if that has been delivered. */
  CompletionStage<Outcome> outcome() {
    asked = true;
    Outcome known = arrivals.delivered();
    return known == null ? ended.minimalCompletionStage() : CompletableFuture.completedStage(known);
  }

  /** Tells those who asked for the outcome, on this thread, which is the consumer's own. */
  void tellHere(Outcome outcome) {
    if (asked) {
      ended.complete(outcome);
    }
  }

  /**
   * Tells those who asked for the outcome on a thread that they may keep: this one may be the
   * transport's, and serve other streams. Who asks later finds the outcome known.
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

  /** The next chunk that can be folded into the answer; others fail the stream. */
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

  /** What is received is still delivered. The caller looks for the end, so nobody is signalled. */
  private void broken(String what, Throwable thrown) {
    arrivals.end(new End.Failed(new Failure.Connection(OneLine.of(what + thrown))));
    cancel();
  }

  /** The end is decided whatever the source makes of it. */
  private void cancel() {
    try {
      source.cancel();
    } catch (RuntimeException | Error failed) {
      LastWords.of(failed);
    }
  }

  /** Made when the first outcome is told to somebody who waited for it. */
  private static final class OutcomeThreads {
    static final Executor SHARED = DaemonThreads.executor("sluice-outcome-");
  }
}
