package io.sluice.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.body.RatioBound;
import io.sluice.transport.netty.call.Dialling;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.Dialer;
import io.sluice.transport.netty.http.AnswerBytes;
import io.sluice.transport.netty.route.Target;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request that is passed on piece by piece as it comes, and its answer, which is handed over
 * piece by piece as the server sends it: neither is kept, decoded or changed. Nothing is sent a
 * second time, except on a reused connection that turns out to be dead before its server said
 * anything, and within a second; that is tried once more on a new one.
 *
 * <p>Mutable; every call, those of the {@link Receiver} included, happens on the event loop that it
 * was begun on.
 */
public final class PassedExchange {

  /** The limit from dialling to a usable connection, TLS included. */
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /**
   * A connection that is dead says so as soon as something is sent; a server that ends it later has
   * had the request, and may have worked on it.
   */
  private static final long DEAD_AT_ONCE = 1_000;

  /** More than this is not written for a server that does not read. */
  private static final int UNSENT = 64 * 1024;

  private final Connections connections;
  private final Target target;
  private final SentPieces sent;
  private final Receiver receiver;
  private final Dialling dialling = new Dialling();
  private final Queue<HttpContent> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private @Nullable PassedAnswer answer;
  private boolean whole;
  private boolean over;

  private PassedExchange(
      Connections connections, Target target, HttpRequest head, Receiver receiver) {
    this.connections = connections;
    this.target = target;
    this.sent = new SentPieces(head);
    this.receiver = receiver;
  }

  /** Begins an exchange; a connection for it is taken, or made. */
  static PassedExchange begin(
      Connections connections, Target target, HttpRequest head, Receiver receiver) {
    var exchange = new PassedExchange(connections, target, head, receiver);
    // Not at once, since an idle connection would be there before the caller has the exchange.
    connections.loop().execute(exchange::begin);
    return exchange;
  }

  /**
   * Sends the next piece of the request's body, with the next {@link #flush}; the last one is a
   * {@link LastHttpContent}. The piece is released. What comes after the exchange is over, or
   * cannot be sent since the server no longer reads, is dropped.
   */
  public void write(HttpContent piece) {
    whole |= piece instanceof LastHttpContent;
    PassedAnswer carried = answer;
    if (over) {
      piece.release();
    } else if (carried == null) {
      waitingBytes += piece.content().readableBytes();
      waiting.add(piece);
    } else {
      sent.add(piece);
      carried.channel().write(piece);
    }
  }

  /** Has what was written go out. */
  public void flush() {
    if (answer != null && !over) {
      answer.channel().flush();
    }
  }

  /**
   * Whether less than 64 KiB wait to be sent, be it for a connection; what is written all the same
   * is kept in memory.
   */
  public boolean isWritable() {
    return answer == null ? waitingBytes < UNSENT : answer.channel().isWritable();
  }

  /** Reads on, after {@link Receiver#wantsMore} was false. */
  public void resume() {
    if (answer != null && !over) {
      answer.channel().read();
    }
  }

  /** Closes the connection, whatever its state; the receiver is told nothing more. */
  public void abandon() {
    finish();
    dialling.letGo();
    if (answer != null) {
      answer.channel().close();
    }
  }

  private void begin() {
    if (!over) {
      dial(
          sent.mayBeRepeated()
              ? () -> connections.acquire(target, CONNECT_LIMIT)
              : () -> connections.dial(target, CONNECT_LIMIT));
    }
  }

  private void dial(Supplier<Future<Connection>> way) {
    try {
      dialling.await(way.get(), this::send, this::unreachable);
    } catch (IllegalStateException shuttingDown) {
      unanswered(ConnectionErrors.closed().failure());
    }
  }

  private void send(Connection connection) {
    Channel channel = connection.channel();
    if (over) {
      channel.close();
      return;
    }
    prepare(channel);
    var carried = new PassedAnswer(connection, this);
    answer = carried;
    channel.pipeline().addLast(carried);
    channel.write(sent.message(connection));
    sent.repeated().forEach(channel::write);
    if (!connection.used()) {
      sent.forget();
    } else {
      channel.eventLoop().schedule(() -> tooLate(carried), DEAD_AT_ONCE, TimeUnit.MILLISECONDS);
    }
    waitingBytes = 0;
    while (!waiting.isEmpty()) {
      write(waiting.remove());
    }
    channel.flush();
    channel.read();
    receiver.writable();
  }

  /** The connection lives. If it has died before, what was sent is needed for the next one. */
  private void tooLate(PassedAnswer carried) {
    if (answer == carried) {
      sent.forget();
    }
  }

  /**
   * Bodies are handed over packed as they come. A server that answers before it has read the
   * request makes writing fail, and its answer can be read all the same.
   */
  private static void prepare(Channel channel) {
    if (channel.pipeline().get(RatioBound.class) != null) {
      channel.pipeline().remove(RatioBound.class);
    }
    channel.config().setAutoClose(false);
    channel
        .config()
        .setOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(UNSENT / 2, UNSENT));
    AnswerBytes.of(channel).begin();
  }

  private void unreachable(Throwable cause) {
    unanswered(
        cause instanceof Dialer.ConnectTimeout
            ? new Failure.TimedOut(Failure.Timer.CONNECT, CONNECT_LIMIT)
            : ConnectionErrors.connecting(cause, target));
  }

  Receiver receiver() {
    return receiver;
  }

  boolean isOver() {
    return over;
  }

  /** Whether the request is a HEAD, whose answer has no body whatever its head says. */
  boolean isHeadOnly() {
    return sent.isHeadOnly();
  }

  /** The server has begun to answer, so that nothing is sent again. */
  void answered() {
    sent.forget();
  }

  /** The answer is complete. */
  void complete(Connection connection, boolean keepsAlive) {
    finish();
    PassedAnswer carried = answer;
    if (keepsAlive && whole && carried != null && connection.channel().isActive()) {
      connection.channel().pipeline().remove(carried);
      connection.channel().config().setAutoClose(true);
      connections.release(connection);
    } else {
      connection.channel().close();
    }
  }

  /** The connection ended before the head of an answer. */
  void unanswered(Connection connection, Failure failure) {
    // A connection that is reset tells of it twice; the second time another one may be dialled.
    if (over || answer == null || answer.channel() != connection.channel()) {
      return;
    }
    connection.channel().close();
    if (connection.used() && !AnswerBytes.of(connection.channel()).any() && sent.mayBeRepeated()) {
      answer = null;
      dial(() -> connections.dial(target, CONNECT_LIMIT));
    } else {
      unanswered(failure);
    }
  }

  private void unanswered(Failure failure) {
    if (!over) {
      finish();
      receiver.unanswered(failure);
    }
  }

  /** The connection ended amid the answer. */
  void cut(Connection connection, Cut how) {
    if (!over) {
      finish();
      connection.channel().close();
      receiver.cut(how);
    }
  }

  private void finish() {
    over = true;
    sent.forget();
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }

  /** How an answer broke off. */
  public enum Cut {
    /** The connection was closed before the end of the body, or what came was no valid HTTP. */
    CLOSED,
    /** The connection was reset. */
    RESET
  }

  /** Receives an answer. */
  public interface Receiver {

    /** There is a connection, or room on it again: more of the request can be written. */
    void writable();

    /** The head of the answer, or of an informational one (status 1xx) before it. */
    void head(HttpResponse head);

    /**
     * The next piece of the body, as it came but without chunks; it is to be released. With a
     * {@link LastHttpContent} the answer is complete, and nothing follows but {@link #readEnded}.
     */
    void piece(HttpContent piece);

    /** Nothing more is there at the moment. */
    void readEnded();

    /** Whether to read on; after false, call {@link PassedExchange#resume}. */
    boolean wantsMore();

    /** The answer broke off behind its head; nothing follows. */
    void cut(Cut how);

    /** No answer came, for this reason; nothing follows. */
    void unanswered(Failure failure);
  }
}
