package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Event loops, and up to two short-lived threads for blocking work (names, the trust store). All
 * are daemons. Transports share one event loop, which begins with the first of them and ends with
 * the last; a transport may also have loops of its own. Thread-safe.
 */
final class NetworkThreads {

  private static final long CLOSE_MILLIS = 2_000;
  private static final Shared SHARED = new Shared();

  private final EventLoopGroup group;
  private final Runnable leaving;
  private final ThreadPoolExecutor blocking =
      new ThreadPoolExecutor(
          2,
          2,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new DefaultThreadFactory("sluice-names", true));

  private NetworkThreads(int loops, @Nullable Shared owner) {
    group = group(loops);
    leaving = owner == null ? this::end : owner::leave;
    blocking.allowCoreThreadTimeOut(true);
  }

  /** Netty 4.2 has another way, but this one works with 4.1, too. */
  @SuppressWarnings("deprecation") // an import of it could not be excused
  private static EventLoopGroup group(int loops) {
    var names = new DefaultThreadFactory("sluice-net", true);
    return new io.netty.channel.nio.NioEventLoopGroup(loops, names);
  }

  /** The threads that transports share. */
  static NetworkThreads shared() {
    return SHARED.join();
  }

  /** Threads for one transport. */
  static NetworkThreads own(int loops) {
    return new NetworkThreads(loops, null);
  }

  List<EventLoop> loops() {
    List<EventLoop> loops = new ArrayList<>();
    group.forEach(executor -> loops.add((EventLoop) executor));
    return loops;
  }

  Executor blocking() {
    return blocking;
  }

  /** Called by each user once; the last one ends the threads and waits a limited time for it. */
  void leave() {
    leaving.run();
  }

  private void end() {
    blocking.shutdown();
    var ended = group.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    if (loops().stream().noneMatch(EventLoop::inEventLoop)) {
      ended.awaitUninterruptibly(2 * CLOSE_MILLIS);
    }
  }

  /** Counts the users of the shared threads. It is the only one of its kind in a process. */
  private static final class Shared {

    private @Nullable NetworkThreads threads;
    private int users;

    synchronized NetworkThreads join() {
      NetworkThreads joined = threads;
      if (joined == null) {
        joined = new NetworkThreads(1, this);
        threads = joined;
      }
      users++;
      return joined;
    }

    /** Ends the threads outside the lock, so that a new user need not wait for it. */
    void leave() {
      NetworkThreads last = left();
      if (last != null) {
        last.end();
      }
    }

    private synchronized @Nullable NetworkThreads left() {
      users--;
      if (users > 0) {
        return null;
      }
      NetworkThreads last = threads;
      threads = null;
      return last;
    }
  }
}
