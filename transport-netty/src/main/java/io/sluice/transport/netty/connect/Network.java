package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The event loops of one transport, its own or shared with others. Thread-safe. */
public final class Network {

  private static final long CLOSE_MILLIS = 2_000;

  private final NetworkThreads threads;
  private final List<EventLoop> loops;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Network(NetworkThreads threads) {
    this.threads = threads;
    this.loops = threads.loops();
  }

  /** The event loop that transports share. */
  public static Network shared() {
    SupportedNetty.check();
    return new Network(NetworkThreads.shared());
  }

  /** Event loops of its own. */
  public static Network own(int loops) {
    SupportedNetty.check();
    return new Network(NetworkThreads.own(loops));
  }

  /** The event loops, at least one. */
  public List<EventLoop> loops() {
    return loops;
  }

  /** The first of the event loops. */
  public EventLoop loop() {
    return loops.get(0);
  }

  /** The executor of work that may block for some seconds. */
  public Executor blocking() {
    return threads.blocking();
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return closed.get();
  }

  /**
   * Runs {@code last} on the first loop, then ends the threads unless others use them. Waits a
   * limited time for both, unless it is called on a loop.
   */
  public void close(Runnable last) {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      Future<?> done = loop().submit(last);
      if (loops.stream().noneMatch(EventLoop::inEventLoop)) {
        done.awaitUninterruptibly(CLOSE_MILLIS);
      }
    } catch (RejectedExecutionException ended) {
      // The threads were ended from outside and have closed everything.
    }
    threads.leave();
  }
}
