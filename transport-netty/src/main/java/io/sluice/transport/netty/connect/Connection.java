package io.sluice.transport.netty.connect;

import io.netty.channel.Channel;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.transport.netty.route.Route;
import io.sluice.transport.netty.route.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A channel that speaks HTTP with one target, with TLS and tunnels already set up. Mutable;
 * confined to its event loop.
 */
public final class Connection {

  private final Channel channel;
  private final Route route;
  private final LongSupplier nanoTime;
  private final long madeAt;
  private Duration keepAlive = Duration.ofSeconds(30);
  private boolean used;

  /** Wraps a new channel that was connected by {@code route}. */
  public Connection(Channel channel, Route route) {
    this(channel, route, System::nanoTime);
  }

  /** Wraps a new channel, whose age another clock of nanoseconds measures. */
  Connection(Channel channel, Route route, LongSupplier nanoTime) {
    this.channel = channel;
    this.route = route;
    this.nanoTime = nanoTime;
    this.madeAt = nanoTime.getAsLong();
  }

  /** The channel of the connection. */
  public Channel channel() {
    return channel;
  }

  /** The server that the connection leads to. */
  public Target target() {
    return route.target();
  }

  /** The proxy that forwards whole URLs, if the channel leads to one. */
  public Optional<Proxy> asks() {
    return route.asked();
  }

  /** Whether it has carried an exchange before, so that the server may be about to close it. */
  public boolean used() {
    return used;
  }

  /** Marks it as having carried an exchange. */
  void use() {
    used = true;
  }

  /** The time since it was connected. */
  Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - madeAt);
  }

  /** How long it may stay idle. */
  Duration keepAlive() {
    return keepAlive;
  }

  /**
   * Stores how long the server keeps an idle connection; Sluice closes it a second earlier to avoid
   * a race.
   */
  public void serverWaits(Duration limit) {
    Duration sooner = limit.minusSeconds(1);
    if (sooner.compareTo(keepAlive) < 0) {
      keepAlive = sooner.isNegative() ? Duration.ZERO : sooner;
    }
  }
}
