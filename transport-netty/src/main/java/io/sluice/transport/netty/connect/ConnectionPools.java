package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** The connections of a transport, a pool on each of its event loops. Thread-safe. */
public final class ConnectionPools {

  private final List<Connections> pools;
  private final Map<EventLoop, Connections> guests = new ConcurrentHashMap<>();
  private final Function<EventLoop, Connections> making;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean closed;

  /** Makes a pool for each loop of {@code network}. */
  public ConnectionPools(Network network, Function<Target, Route> routes, Tls tls, PoolSize size) {
    var slots = new ConnectionSlots(size.most());
    making = loop -> pool(loop, network, routes, tls, size, slots);
    pools = network.loops().stream().map(making).toList();
  }

  private Connections pool(
      EventLoop loop,
      Network network,
      Function<Target, Route> routes,
      Tls tls,
      PoolSize size,
      ConnectionSlots slots) {
    var dialer = new Dialer(loop, new NameResolution(network.blocking()), routes, tls);
    Optional<BoundedDialer> bounded =
        size.isBounded()
            ? Optional.of(new BoundedDialer(loop, dialer, slots, this::makeRoom))
            : Optional.empty();
    return new Connections(loop, dialer, size, bounded);
  }

  /** The pool for the next stream: the loops take turns. */
  public Connections next() {
    return pools.get(Math.floorMod(next.getAndIncrement(), pools.size()));
  }

  /**
   * The pool on an event loop that is not the transport's own, for exchanges that another server's
   * connections have part in. It is forgotten when that loop has ended.
   */
  public Connections on(EventLoop guest) {
    return guests.computeIfAbsent(guest, this::welcome);
  }

  private Connections welcome(EventLoop guest) {
    guest.terminationFuture().addListener(ended -> guests.remove(guest));
    Connections pool = making.apply(guest);
    if (closed) {
      each(pool, Connections::close);
    }
    return pool;
  }

  /** Closes every connection, now on the calling loop, and soon on the others. */
  public void close() {
    closed = true;
    each(Connections::close);
  }

  private void makeRoom(Target target) {
    each(pool -> pool.forgetOne(target));
  }

  private void each(Consumer<Connections> step) {
    pools.forEach(pool -> each(pool, step));
    guests.values().forEach(pool -> each(pool, step));
  }

  private static void each(Connections pool, Consumer<Connections> step) {
    if (pool.loop().inEventLoop()) {
      step.accept(pool);
    } else {
      later(pool, step);
    }
  }

  private static void later(Connections pool, Consumer<Connections> step) {
    try {
      pool.loop().execute(() -> step.accept(pool));
    } catch (RejectedExecutionException ended) {
      // Its loop has closed everything.
    }
  }
}
