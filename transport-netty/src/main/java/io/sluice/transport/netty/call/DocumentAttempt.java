package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.Future;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Timeouts;
import io.sluice.transport.netty.body.DecoderChoice;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.Dialer;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to fetch a document over a new connection. Mutable; confined to its event loop except
 * for {@link #result}.
 */
final class DocumentAttempt implements HttpExchange.Answer {

  private final HttpCall call;
  private final Connections connections;
  private final Function<HttpAnswer, Failure.Http> refusals;
  private final Timeouts timeouts;
  private final Target target;
  private final IdleTimer patience;
  private final CompletableFuture<Fetched> result = new CompletableFuture<>();
  private @Nullable Future<Connection> dialling;
  private @Nullable HttpExchange exchange;
  private @Nullable HttpResponse head;
  private ByteBuffer body = ByteBuffer.allocate(0);

  /** An attempt that reads refusals by {@code refusals}. */
  DocumentAttempt(
      HttpCall call,
      Connections connections,
      Function<HttpAnswer, Failure.Http> refusals,
      Timeouts timeouts,
      EventLoop loop) {
    this.call = call;
    this.connections = connections;
    this.refusals = refusals;
    this.timeouts = timeouts;
    this.target = Target.of(call.uri());
    this.patience = new IdleTimer(loop, this::silence);
  }

  /** What became of it; completed normally, and once. */
  CompletableFuture<Fetched> result() {
    return result;
  }

  /** Connects and sends. */
  void begin() {
    dialling = connections.dial(target, timeouts.connect());
    dialling.addListener((Future<Connection> done) -> dialled(done));
  }

  /** Frees everything; what still arrives is ignored. */
  void letGo() {
    result.complete(new Fetched.Failed(ConnectionErrors.closed().failure(), Fetched.Fate.FINAL));
    patience.stop();
    if (exchange != null) {
      exchange.abandon();
    } else if (dialling != null) {
      dialling.cancel(false);
    }
  }

  private void dialled(Future<Connection> done) {
    if (!done.isSuccess()) {
      unreachable(done.cause());
    } else if (result.isDone()) {
      done.getNow().channel().close();
    } else {
      send(done.getNow());
    }
  }

  private void unreachable(Throwable cause) {
    Failure failure =
        cause instanceof Dialer.ConnectTimeout
            ? new Failure.TimedOut(Failure.Timer.CONNECT, timeouts.connect())
            : ConnectionErrors.connecting(cause, target);
    boolean last = ConnectionErrors.isFinal(cause);
    failed(failure, last ? Fetched.Fate.FINAL : Fetched.Fate.RETRIABLE);
  }

  private void send(Connection connection) {
    patience.start(timeouts.idle());
    exchange = new HttpExchange(connection, connections, DecoderChoice.document(), this);
    exchange.send(RequestMessage.of(call, connection));
  }

  @Override
  public void head(HttpResponse received) {
    head = received;
    Optional<Failure> packed =
        received.status().code() < 300 ? AnswerHead.packed(received) : Optional.empty();
    packed.ifPresent(
        failure -> {
          failed(failure, Fetched.Fate.FINAL);
          letGo();
        });
  }

  @Override
  public void event(WireEvent event) {
    if (event instanceof WireEvent.Whole whole) {
      ByteBuffer copy = ByteBuffer.allocate(whole.bytes().remaining());
      copy.put(whole.bytes()).flip();
      body = copy;
    }
  }

  @Override
  public boolean wantsMore() {
    patience.sign();
    return true;
  }

  @Override
  public void ended(End end) {
    patience.stop();
    HttpResponse received = head;
    if (received == null) {
      unanswered(end);
    } else if (received.status().code() >= 300) {
      refused(AnswerHead.answer(received, body));
    } else if (end instanceof End.Cut cut) {
      failed(new Failure.Connection(cut.message()), Fetched.Fate.RETRIABLE);
    } else if (end instanceof End.Failed broken) {
      failed(broken.failure(), Fetched.Fate.FINAL);
    } else {
      result.complete(new Fetched.Answered(AnswerHead.answer(received, body)));
    }
  }

  private void unanswered(End end) {
    if (end instanceof End.Failed broken) {
      failed(broken.failure(), Fetched.Fate.FINAL);
    } else if (end instanceof End.Cut cut && exchange != null) {
      failed(exchange.unanswered(cut), Fetched.Fate.RETRIABLE);
    } else {
      failed(new Failure.Connection(target + " did not answer"), Fetched.Fate.RETRIABLE);
    }
  }

  private void refused(HttpAnswer answer) {
    Failure.Http refusal =
        Optional.ofNullable(exchange)
            .flatMap(one -> one.refusalOnTheWay(answer))
            .orElseGet(() -> refusals.apply(answer));
    failed(refusal, Fetched.Fate.RETRIABLE);
  }

  private void silence() {
    failed(new Failure.TimedOut(Failure.Timer.IDLE, patience.limit()), Fetched.Fate.FINAL);
    letGo();
  }

  private void failed(Failure failure, Fetched.Fate fate) {
    result.complete(new Fetched.Failed(failure, fate));
  }
}
