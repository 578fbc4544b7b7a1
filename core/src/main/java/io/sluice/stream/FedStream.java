package io.sluice.stream;

import io.sluice.chat.Completion;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The stream that delivers what a {@link ChunkSource} feeds it: demand, waiting, stopping and the
 * judgement of the end, the same for every transport. Thread-safe as {@link ChatStream} says.
 */
public final class FedStream implements ChatStream {

  private final ChunkSource source;
  private final Arrivals arrivals;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicReference<@Nullable Object> consumer = new AtomicReference<>();
  private final CompletableFuture<Outcome> ended = new CompletableFuture<>();

  private FedStream(ChunkSource source, LongSupplier nanoTime) {
    this.source = Objects.requireNonNull(source, "source");
    this.arrivals = new Arrivals(nanoTime);
  }

  /** A stream of what {@code source} will feed. */
  public static ChatStream of(ChunkSource source) {
    return of(source, System::nanoTime);
  }

  /** {@link #of(ChunkSource)} on another clock of nanoseconds. */
  public static ChatStream of(ChunkSource source, LongSupplier nanoTime) {
    return new FedStream(source, nanoTime);
  }

  @Override
  public Iterator<Chunk> iterator() {
    var pull = new Pull(this);
    Object claimed = consumer.compareAndExchange(null, pull);
    if (claimed == null) {
      return pull;
    }
    if (claimed instanceof Pull first) {
      return first;
    }
    throw new IllegalStateException("the stream has a subscriber; it cannot be iterated too");
  }

  @Override
  public Flow.Publisher<Chunk> publisher() {
    return this::subscribe;
  }

  @Override
  public Completion completion() {
    Iterator<Chunk> chunks = iterator();
    while (chunks.hasNext()) {
      chunks.next();
    }
    return ended.join().completion();
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return ended.minimalCompletionStage();
  }

  @Override
  public void close() {
    if (arrivals.stop()) {
      if (started.getAndSet(true)) {
        source.cancel();
      }
      ending();
      signalSubscriber();
    }
  }

  private void subscribe(Flow.Subscriber<? super Chunk> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    var push = new Push(this);
    if (consumer.compareAndSet(null, push)) {
      push.begin(subscriber);
    } else {
      Push.refuse(subscriber);
    }
  }

  /** The next chunk, now delivered; null if none waits or the end has been delivered. */
  @Nullable Chunk take() {
    Chunk chunk = arrivals.take();
    if (arrivals.isFull()) {
      source.cancel();
    } else if (started.get() && arrivals.resumes()) {
      source.read();
    }
    return chunk;
  }

  /** Begins unless that was done; a source that cannot leaves nobody waiting for it. */
  void start() {
    if (started.get() || started.getAndSet(true)) {
      return;
    }
    try {
      source.start(new Inlet());
    } catch (RuntimeException failed) {
      arrivals.end(new End.Failed(new Failure.Connection("the stream did not start: " + failed)));
    }
  }

  /** Waits for a chunk or the end; an interrupt stops the stream. */
  void await() {
    try {
      arrivals.await();
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
    }
  }

  /** How the stream ended, which is hereby delivered; null if chunks or news are to come. */
  @Nullable Outcome ending() {
    Outcome outcome = arrivals.conclude();
    if (outcome != null) {
      ended.complete(outcome);
    }
    return outcome;
  }

  private void signalSubscriber() {
    if (consumer.get() instanceof Push push) {
      push.drain();
    }
  }

  /** The source's side of this stream, kept off its public face. */
  private final class Inlet implements Feed {

    @Override
    public void sent(int attempt) {
      arrivals.sent(attempt);
    }

    @Override
    public Duration elapsed() {
      return arrivals.elapsed();
    }

    @Override
    public void head(Duration at) {
      arrivals.head(at);
    }

    @Override
    public void chunk(Chunk chunk) {
      boolean goesOn = arrivals.chunk(chunk);
      if (!goesOn) {
        source.cancel();
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
  }
}
