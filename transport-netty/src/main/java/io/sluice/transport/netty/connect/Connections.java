package io.sluice.transport.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.sluice.transport.netty.route.Target;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keeps connections that can be reused, at most {@value #MOST_IDLE} for each target, and uses the
 * most recent first, since it is the most likely to be alive. None is kept beyond a greatest age,
 * so that a change of the server's address is noticed. Mutable; confined to its event loop.
 */
public final class Connections {

  private static final int MOST_IDLE = 64;

  private final EventLoop loop;
  private final Dialer dialer;
  private final Duration greatestAge;
  private final Map<Target, Deque<Connection>> idle = new HashMap<>();

  /** Creates an empty pool, whose connections the dialer makes and that age limits. */
  public Connections(EventLoop loop, Dialer dialer, Duration greatestAge) {
    this.loop = loop;
    this.dialer = dialer;
    this.greatestAge = greatestAge;
  }

  /** An idle connection, or a new one. */
  public Future<Connection> acquire(Target target, Duration limit) {
    Deque<Connection> waiting = idle.get(target);
    Connection connection = waiting == null ? null : waiting.pollFirst();
    if (connection == null) {
      return dial(target, limit);
    }
    Channel channel = connection.channel();
    channel.pipeline().remove(IdleWatch.class);
    channel.config().setAutoRead(false);
    return loop.newSucceededFuture(connection);
  }

  /** A new connection, even if there is an idle one. */
  public Future<Connection> dial(Target target, Duration limit) {
    return dialer.dial(target, limit);
  }

  /** Takes back a connection whose exchange is complete, including the body's last byte. */
  public void release(Connection connection) {
    Deque<Connection> waiting =
        idle.computeIfAbsent(connection.target(), target -> new ArrayDeque<>());
    Duration keep = stay(connection);
    boolean room = waiting.size() < MOST_IDLE;
    if (!room || keep.isZero() || !connection.channel().isActive()) {
      connection.channel().close();
      return;
    }
    connection.use();
    waiting.addFirst(connection);
    connection.channel().pipeline().addLast(new IdleWatch(connection, keep));
    connection.channel().config().setAutoRead(true);
  }

  /**
   * Closes the idle connections to {@code target}, after one of them did not answer: a device
   * between them, such as a NAT, may have dropped them all without notice.
   */
  public void distrust(Target target) {
    Deque<Connection> waiting = idle.get(target);
    if (waiting != null) {
      List.copyOf(waiting).forEach(this::forget);
    }
  }

  /** Closes every connection, idle or not. */
  public void close() {
    dialer.closeAll();
  }

  /** How long a connection may stay idle: until it is too old, or its server closes it. */
  private Duration stay(Connection connection) {
    Duration left = greatestAge.minus(connection.age());
    Duration stay = left.compareTo(connection.keepAlive()) < 0 ? left : connection.keepAlive();
    return stay.isNegative() ? Duration.ZERO : stay;
  }

  private void forget(Connection connection) {
    Deque<Connection> waiting = idle.get(connection.target());
    if (waiting != null) {
      waiting.remove(connection);
      if (waiting.isEmpty()) {
        idle.remove(connection.target());
      }
    }
    connection.channel().close();
  }

  /**
   * Drops an idle connection when its server closes it or sends unrequested bytes, or when its time
   * is over.
   */
  private final class IdleWatch extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final Future<?> limit;

    IdleWatch(Connection connection, Duration keep) {
      this.connection = connection;
      this.limit = loop.schedule(() -> forget(connection), keep.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
      limit.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
      forget(connection);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      forget(connection);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      forget(connection);
    }
  }
}
