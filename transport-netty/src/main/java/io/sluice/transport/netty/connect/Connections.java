package io.sluice.transport.netty.connect;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.sluice.transport.netty.connect.WaitingCall.Origin;
import io.sluice.transport.netty.route.Target;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps connections that can be reused, few for each target, and uses the most recent first, since
 * it is the most likely to be alive. None is kept beyond a greatest age, so that a change of the
 * server's address is noticed. Mutable; confined to its event loop.
 */
public final class Connections {

  private final EventLoop loop;
  private final Dialer dialer;
  private final PoolSize size;
  private final Optional<BoundedDialer> bounded;
  private final Map<Target, Deque<Connection>> idle = new HashMap<>();
  private boolean closed;

  /** Keeps connections of {@code dialer}, as many as are needed. */
  public Connections(EventLoop loop, Dialer dialer, PoolSize size) {
    this(loop, dialer, size, Optional.empty());
  }

  Connections(EventLoop loop, Dialer dialer, PoolSize size, Optional<BoundedDialer> bounded) {
    this.loop = loop;
    this.dialer = dialer;
    this.size = size;
    this.bounded = bounded;
  }

  /** The event loop of all these connections. */
  public EventLoop loop() {
    return loop;
  }

  /** An idle connection, or a new one. */
  public Future<Connection> acquire(Target target, Duration limit) {
    Deque<Connection> waiting = idle.get(target);
    Connection connection = waiting == null || closed ? null : waiting.pollFirst();
    if (connection == null) {
      return dial(target, limit, Origin.ANY);
    }
    Channel channel = connection.channel();
    channel.pipeline().remove(IdleWatch.class);
    channel.config().setAutoRead(false);
    return loop.newSucceededFuture(connection);
  }

  /** A new connection, even if there is an idle one. */
  public Future<Connection> dial(Target target, Duration limit) {
    return dial(target, limit, Origin.NEW);
  }

  private Future<Connection> dial(Target target, Duration limit, Origin origin) {
    if (closed) {
      return loop.newFailedFuture(new ClosedTransport());
    }
    return bounded
        .map(within -> within.dial(target, limit, origin))
        .orElseGet(() -> dialer.dial(target, limit));
  }

  /** Takes back a connection whose exchange is complete, including the body's last byte. */
  public void release(Connection connection) {
    Duration keep = stay(connection);
    if (closed || keep.isZero() || !connection.channel().isActive()) {
      connection.channel().close();
      return;
    }
    connection.use();
    boolean handedOver = bounded.map(within -> within.handOver(connection)).orElse(false);
    if (!handedOver) {
      keep(connection, keep);
    }
  }

  private void keep(Connection connection, Duration limit) {
    Deque<Connection> waiting =
        idle.computeIfAbsent(connection.target(), target -> new ArrayDeque<>());
    if (waiting.size() >= size.mostIdle()) {
      connection.channel().close();
      return;
    }
    waiting.addFirst(connection);
    connection.channel().pipeline().addLast(new IdleWatch(connection, limit));
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

  /** Closes the idle connection to {@code target} that has not been used for the longest time. */
  void forgetOne(Target target) {
    Optional.ofNullable(idle.get(target)).map(Deque::peekLast).ifPresent(this::forget);
  }

  /** Closes every connection, idle or not; none is made any more. */
  public void close() {
    closed = true;
    bounded.ifPresent(BoundedDialer::close);
    dialer.close();
  }

  /** How long a connection may stay idle: until it is too old, or its server closes it. */
  private Duration stay(Connection connection) {
    Duration left = size.greatestAge().minus(connection.age());
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
