package io.sluice.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keeps connections that can be used again, at most {@value #MOST_IDLE} to a target, the latest
 * used first: it is the likeliest to be alive. Mutable; confined to its event loop.
 */
final class Connections {

  private static final int MOST_IDLE = 64;

  private final EventLoop loop;
  private final Dialer dialer;
  private final Map<Target, Deque<Connection>> idle = new HashMap<>();

  Connections(EventLoop loop, Dialer dialer) {
    this.loop = loop;
    this.dialer = dialer;
  }

  /** An idle connection, or a new one. */
  Future<Connection> acquire(Target target, Duration limit) {
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

  /** A new connection, whatever lies idle. */
  Future<Connection> dial(Target target, Duration limit) {
    return dialer.dial(target, limit);
  }

  /** Takes a connection back whose exchange is over to the last byte. */
  void release(Connection connection) {
    Deque<Connection> waiting =
        idle.computeIfAbsent(connection.target(), target -> new ArrayDeque<>());
    boolean keep = waiting.size() < MOST_IDLE && !connection.keepAlive().isZero();
    if (!keep || !connection.channel().isActive()) {
      connection.channel().close();
      return;
    }
    connection.use();
    waiting.addFirst(connection);
    connection.channel().pipeline().addLast(new IdleWatch(connection));
    connection.channel().config().setAutoRead(true);
  }

  /** Closes every connection, idle or not. */
  void close() {
    dialer.closeAll();
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

  /** Lets go of a connection that its server closes, talks on unasked, or that lay long enough. */
  private final class IdleWatch extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    private final Future<?> limit;

    IdleWatch(Connection connection) {
      this.connection = connection;
      this.limit =
          loop.schedule(
              () -> forget(connection), connection.keepAlive().toMillis(), TimeUnit.MILLISECONDS);
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
