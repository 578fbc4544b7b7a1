package io.sluice.transport.netty.call;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.body.DecoderChoice;
import io.sluice.transport.netty.body.EndOfBody;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.HopRefusal;
import io.sluice.transport.netty.connect.TlsErrors;
import io.sluice.transport.netty.http.AnswerBytes;
import io.sluice.transport.netty.http.HttpBody;
import io.sluice.transport.netty.http.KeepAlive;
import io.sluice.transport.netty.route.Proxy;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.WireEvent;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on one connection: writes, reads while more is wanted, and gives the
 * connection back or closes it. The {@link Answer} interprets what is read. Mutable; on the
 * connection's event loop.
 */
public final class HttpExchange extends ChannelInboundHandlerAdapter {

  /** How long to wait for the end of a body after the answer in it is complete. */
  private static final long LINGER_MILLIS = 1_000;

  private final Connection connection;
  private final Connections connections;
  private final DecoderChoice choice;
  private final Answer answer;
  private boolean keepsAlive;
  private @Nullable Future<?> linger;
  private Phase phase = Phase.AWAITED;

  /** Creates the exchange of one request; nothing is written yet. */
  public HttpExchange(
      Connection connection, Connections connections, DecoderChoice choice, Answer answer) {
    this.connection = connection;
    this.connections = connections;
    this.choice = choice;
    this.answer = answer;
  }

  /** Writes the request and begins to read. */
  public void send(FullHttpRequest request) {
    Channel channel = connection.channel();
    AnswerBytes.of(channel).begin();
    channel.pipeline().addLast(new HttpBody(choice), this);
    channel
        .writeAndFlush(request)
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                broken(written.cause());
              }
            });
    channel.read();
  }

  /**
   * Whether no byte of the answer arrived on a reused connection, which its server may have closed.
   */
  boolean diedOfOldAge() {
    return connection.used() && !AnswerBytes.of(connection.channel()).any();
  }

  /**
   * Called when a timeout is reached. If the answer never began on a reused connection, the idle
   * connections to the same server may be dead too and are closed, so that no later call waits on
   * them.
   */
  void tooLong() {
    if (diedOfOldAge()) {
      connections.distrust(connection.target());
    }
  }

  /**
   * The refusal as a proxy's or a TLS server's refusal of the connection; empty if the server
   * refused the request itself.
   */
  Optional<Failure.Http> refusalOnTheWay(HttpAnswer refusal) {
    return HopRefusal.of(refusal, connection);
  }

  /**
   * The failure of a connection that ended before the response head, in a message that names the
   * hop.
   */
  Failure.Connection unanswered(End.Cut cut) {
    String hop =
        connection.asks().map(Proxy::toString).orElseGet(() -> connection.target().toString());
    return new Failure.Connection(hop + " did not answer: " + cut.message());
  }

  /** Continues reading after a pause. */
  void resume() {
    if (phase != Phase.OVER) {
      connection.channel().read();
    }
  }

  /** Called when the answer is complete; only the end of its body is still waited for. */
  void finish() {
    if (phase == Phase.READ) {
      phase = Phase.DRAINED;
      linger = loop().schedule(this::abandon, LINGER_MILLIS, TimeUnit.MILLISECONDS);
      connection.channel().read();
    }
  }

  /** Closes the connection; the part of the answer collected so far is still reported. */
  void cut() {
    connection.channel().close();
  }

  /** Closes the connection in any state and reports nothing. */
  public void abandon() {
    end();
    connection.channel().close();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpResponse response) {
      keepsAlive = HttpUtil.isKeepAlive(response);
      KeepAlive.limit(response.headers()).ifPresent(connection::serverWaits);
      phase = Phase.READ;
      AnswerBytes.of(context.channel()).head(response);
      HopRefusal.joinChallenges(response.headers());
      answer.head(response);
    } else if (message instanceof WireEvent event) {
      if (phase == Phase.READ) {
        answer.event(event);
      }
    } else if (message == EndOfBody.REACHED) {
      bodyEnded();
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (phase == Phase.OVER) {
      return;
    }
    if (phase != Phase.READ || answer.wantsMore()) {
      context.read();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended(
        new End.Cut(
            phase == Phase.AWAITED && !AnswerBytes.of(context.channel()).any()
                ? "the connection was closed; check scheme and port of the URL"
                : "the connection was closed in the middle"));
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    broken(cause);
  }

  private void bodyEnded() {
    Phase before = phase;
    end();
    if (keepsAlive) {
      connection.channel().pipeline().remove(HttpBody.class);
      connection.channel().pipeline().remove(this);
      connections.release(connection);
    } else {
      connection.channel().close();
    }
    if (before == Phase.READ) {
      answer.ended(new End.Closed());
    }
  }

  /** After the head, malformed HTTP ends the body like any other break of the connection. */
  private void broken(Throwable cause) {
    Optional<Failure> fatal =
        phase == Phase.AWAITED
            ? TlsErrors.last(cause, connection.target()).or(() -> ConnectionErrors.violation(cause))
            : ConnectionErrors.excess(cause);
    ended(
        fatal
            .<End>map(End.Failed::new)
            .orElseGet(() -> new End.Cut(ConnectionErrors.breaking(cause).message())));
  }

  private void ended(End reason) {
    Phase before = phase;
    abandon();
    if (before == Phase.AWAITED || before == Phase.READ) {
      answer.ended(reason);
    }
  }

  private void end() {
    phase = Phase.OVER;
    if (linger != null) {
      linger.cancel(false);
    }
  }

  private EventLoop loop() {
    return connection.channel().eventLoop();
  }

  private enum Phase {
    /** No response head was received yet. */
    AWAITED,
    /** The answer is read. */
    READ,
    /** The answer is complete, its body is not. */
    DRAINED,
    /** The connection was given back or closed. */
    OVER
  }

  /** Receives the parts of an answer. */
  public interface Answer {

    /** Called when the response head was read. */
    void head(HttpResponse head);

    /** Called with the next event of the body. */
    void event(WireEvent event);

    /**
     * Whether to read on, asked at the end of each read; after false, call {@link
     * HttpExchange#resume()} to continue.
     */
    boolean wantsMore();

    /**
     * Called at the end: the body ended, the connection broke, or the server sent something
     * invalid.
     */
    void ended(End end);
  }
}
