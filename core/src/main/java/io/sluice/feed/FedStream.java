package io.sluice.feed;

import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.lang.ref.Cleaner;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The stream that delivers the chunks of a {@link ChunkSource}: demand, waiting, stopping and the
 * status of the end, the same for every transport. Thread-safe as {@link ChatStream} says.
 *
 * <p>Only a reader references it, no source does. Once it cannot be reached, nothing can read on,
 * and a stream that has begun is stopped. A subscriber's stream is referenced by its source.
 */
public final class FedStream implements ChatStream {

  private final Transfer transfer;
  private final AtomicReference<@Nullable Object> consumer = new AtomicReference<>();
  private volatile Cleaner.@Nullable Cleanable watch;

  private FedStream(ChunkSource source, LongSupplier nanoTime) {
    this.transfer = new Transfer(Objects.requireNonNull(source, "source"), nanoTime);
  }

  /** A stream of the chunks from {@code source}. */
  public static ChatStream of(ChunkSource source) {
    return of(source, System::nanoTime);
  }

  /** A stream of the chunks from {@code source}, measured with another clock of nanoseconds. */
  public static ChatStream of(ChunkSource source, LongSupplier nanoTime) {
    return new FedStream(source, nanoTime);
  }

  @Override
  public Iterator<Chunk> iterator() {
    var pull = new Pull(this, transfer);
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
    return Objects.requireNonNull(transfer.ending(), "a loop ends with the stream").completion();
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return transfer.outcome();
  }

  @Override
  public void close() {
    transfer.stop();
    unwatch();
  }

  /**
   * Makes sure that a stream that is about to begin is stopped as soon as this object cannot be
   * reached.
   */
  void watch() {
    if (!transfer.isStarted()) {
      watch = Watch.CLEANER.register(this, transfer::stop);
    }
  }

  /** Ends the watch, since the stream is over. */
  void unwatch() {
    Cleaner.Cleanable watching = watch;
    if (watching != null) {
      watch = null;
      watching.clean();
    }
  }

  private void subscribe(Flow.Subscriber<? super Chunk> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    var push = new Push(this, transfer);
    if (consumer.compareAndSet(null, push)) {
      transfer.to(push);
      push.begin(subscriber);
    } else {
      Push.refuse(subscriber);
    }
  }

  /** One thread, which ends when it is no longer used; created when a loop begins. */
  private static final class Watch {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
