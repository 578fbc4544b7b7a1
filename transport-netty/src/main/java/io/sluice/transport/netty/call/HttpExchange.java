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
 * connection back or closes it. What the answer means is its {@link Answer}'s affair. Mutable; on
 * the connection's event loop.
 */
public final class HttpExchange extends ChannelInboundHandlerAdapter {

  /** How long the end of a body that has said all it had to say is waited for. */
  private static final long LINGER_MILLIS = 1_000;

  private final Connection connection;
  private final Connections connections;
  private final DecoderChoice choice;
  private final Answer answer;
  private boolean keepsAlive;
  private @Nullable Future<?> linger;
  private Phase phase = Phase.AWAITED;

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

  /** Whether nothing of the answer has come, on a connection that its server may have closed. */
  boolean diedOfOldAge() {
    return connection.used() && !AnswerBytes.of(connection.channel()).any();
  }

  /**
   * The answer was waited for too long. If it never began, and the connection was kept, its kept
   * neighbours may have died as silently: no later call should wait on them in turn.
   */
  void tooLong() {
    if (diedOfOldAge()) {
      connections.distrust(connection.target());
    }
  }

  /** What a refusal says of the way to the server; nothing if it is the server's own. */
  Optional<Failure.Http> refusalOnTheWay(HttpAnswer refusal) {
    return HopRefusal.of(refusal, connection);
  }

  /** Why the connection ended before the head of an answer, in words that name the hop. */
  Failure.Connection unanswered(End.Cut cut) {
    String hop =
        connection.asks().map(Proxy::toString).orElseGet(() -> connection.target().toString());
    return new Failure.Connection(hop + " did not answer: " + cut.message());
  }

  /** Reads on after a pause. */
  void resume() {
    if (phase != Phase.OVER) {
      connection.channel().read();
    }
  }

  /** The answer has said all it had to say; only the end of its body is still waited for. */
  void finish() {
    if (phase == Phase.READ) {
      phase = Phase.DRAINED;
      linger = loop().schedule(this::abandon, LINGER_MILLIS, TimeUnit.MILLISECONDS);
      connection.channel().read();
    }
  }

  /** Closes the connection; what was collected of the answer is still reported. */
  void cut() {
    connection.channel().close();
  }

  /** Closes the connection, whatever is under way on it. */
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

  /** Behind the head, what is no HTTP is the end of the body like any other break. */
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
    /** No head yet. */
    AWAITED,
    /** The answer is read. */
    READ,
    /** The answer is over, its body is not. */
    DRAINED,
    /** The connection is somebody else's, or closed. */
    OVER
  }

  /** What becomes of an answer. */
  public interface Answer {

    /** Its head was read. */
    void head(HttpResponse head);

    /** The next event of its body. */
    void event(WireEvent event);

    /**
     * Whether to read on, at the end of each read; after a no, {@link HttpExchange#resume()} does.
     */
    boolean wantsMore();

    /** Nothing more comes: its body ended, the connection broke, or what came is not allowed. */
    void ended(End end);
  }
}
