package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one transport: the event loop, and up to two short-lived ones for blocking work
 * (names, the trust store). All are daemons.
 */
public final class Network {

  private static final long CLOSE_MILLIS = 2_000;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("sluice-net", true), NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final ThreadPoolExecutor blocking =
      new ThreadPoolExecutor(
          2,
          2,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new DefaultThreadFactory("sluice-names", true));

  /** Creates the threads; none runs before it is used. */
  public Network() {
    blocking.allowCoreThreadTimeOut(true);
  }

  /** The event loop of the transport. */
  public EventLoop loop() {
    return loop;
  }

  /** The executor of work that may block for some seconds. */
  public Executor blocking() {
    return blocking;
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return group.isShuttingDown();
  }

  /** Runs {@code last} on the loop, ends the threads, and waits a limited time for their end. */
  public void close(Runnable last) {
    if (isClosed()) {
      return;
    }
    loop.execute(last);
    blocking.shutdown();
    var ended = group.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    if (!loop.inEventLoop()) {
      ended.awaitUninterruptibly(2 * CLOSE_MILLIS);
    }
  }
}
