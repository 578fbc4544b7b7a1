package io.sluice.transport.netty.call;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.sluice.feed.ChunkSource;
import io.sluice.feed.Feed;
import io.sluice.stream.End;
import io.sluice.stream.StreamOptions;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The source of a stream whose answer another exchange receives. The parts of the answer wait in a
 * queue, and are decoded while the reader of the stream wants more: on its thread, or on an
 * executor when something arrives. The queue is bounded; what goes beyond it ends the stream, never
 * the exchange. Thread-safe.
 */
public final class ReceivedSource implements ChunkSource {

  private final Executor executor;
  private final long most;
  private final long began = System.nanoTime();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicInteger work = new AtomicInteger();
  private final CompletableFuture<Void> wanted = new CompletableFuture<>();
  private volatile Runnable caughtUp = () -> {};
  private volatile boolean closed;
  private volatile boolean cancelled;
  private volatile Optional<Function<Feed, ReceivedDecoding>> decoding = Optional.empty();
  private volatile @Nullable Feed feed;

  // Confined to the thread that does the work.
  private @Nullable ReceivedDecoding reading;

  /**
   * A source of which nothing has arrived.
   *
   * @param executor where what arrives is decoded
   * @param most how many bytes may wait to be decoded
   */
  public ReceivedSource(Executor executor, long most) {
    this.executor = executor;
    this.most = most;
  }

  /** Says what is read and how, before the stream is started. */
  public ReceivedSource reading(ChatCall conversation, StreamOptions options) {
    decoding = Optional.of(into -> new ReceivedDecoding(conversation, options, into));
    return this;
  }

  /** Completes when the stream is started. */
  public CompletableFuture<Void> wanted() {
    return wanted;
  }

  /** Whether more than half of what may wait does. */
  public boolean isBehind() {
    return !closed && waiting.get() > most / 2;
  }

  /** Sets what is called, on any thread, each time when it is no longer behind. */
  public void whenCaughtUp(Runnable told) {
    caughtUp = told;
  }

  /**
   * Adds a part of the answer, which is released once it was decoded.
   *
   * @param lagged the end of the stream if the part goes beyond the bound
   */
  public void add(HttpObject part, End lagged) {
    int size = size(part);
    if (closed || cancelled) {
      ReferenceCountUtil.release(part);
    } else if (waiting.get() + size > most) {
      ReferenceCountUtil.release(part);
      end(lagged);
    } else {
      waiting.addAndGet(size);
      closed = part instanceof LastHttpContent;
      add(new Arrival(Optional.of(part), Optional.empty(), now()));
    }
  }

  /**
   * Ends the stream like this, behind what has arrived; the first end counts, and that of a whole
   * body is one.
   */
  public void end(End how) {
    if (!closed) {
      closed = true;
      add(new Arrival(Optional.empty(), Optional.of(how), now()));
    }
  }

  @Override
  public void start(Feed into) {
    feed = into;
    wanted.complete(null);
    read();
  }

  @Override
  public void read() {
    if (work.getAndIncrement() == 0) {
      work();
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    read();
  }

  private void add(Arrival arrival) {
    arrivals.add(arrival);
    if (work.getAndIncrement() == 0) {
      try {
        executor.execute(this::work);
      } catch (RejectedExecutionException stopping) {
        cancelled = true;
        work();
      }
    }
  }

  private void work() {
    int seen = 1;
    while (seen != 0) {
      decode();
      seen = work.addAndGet(-seen);
    }
  }

  private void decode() {
    Feed into = feed;
    if (into != null && !cancelled) {
      decode(into);
    }
    if (cancelled) {
      release();
    }
  }

  private void decode(Feed into) {
    ReceivedDecoding decoder = reading;
    if (decoder == null) {
      decoder = decoding.orElseThrow().apply(into);
      reading = decoder;
    }
    while (!cancelled && decoder.wantsMore()) {
      Arrival next = arrivals.poll();
      if (next == null) {
        return;
      }
      leave(next);
      decoder.take(next);
    }
  }

  private void leave(Arrival next) {
    int size = next.part().map(ReceivedSource::size).orElse(0);
    long left = waiting.addAndGet(-size);
    if (left <= most / 2 && left + size > most / 2) {
      caughtUp.run();
    }
  }

  private void release() {
    for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
      leave(next);
      next.part().ifPresent(ReferenceCountUtil::release);
    }
    if (reading != null) {
      reading.close();
    }
  }

  private long now() {
    return System.nanoTime() - began;
  }

  private static int size(HttpObject part) {
    return part instanceof HttpContent piece ? piece.content().readableBytes() : 0;
  }

  /**
   * What has arrived: a part of the answer, or its end.
   *
   * @param nanos when, since the source was made
   */
  record Arrival(Optional<HttpObject> part, Optional<End> end, long nanos) {}
}
