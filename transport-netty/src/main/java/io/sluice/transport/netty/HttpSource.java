package io.sluice.transport.netty;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.sluice.stream.Chunk;
import io.sluice.stream.ChunkSource;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Feed;
import io.sluice.stream.OneLine;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.WireTap;
import io.sluice.wire.Concession;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call and its attempts: dials, sends, sends again where that is allowed, and ends the feed
 * once. Mutable; confined to its event loop but for the three entries of a source.
 */
final class HttpSource implements ChunkSource, Attempt.Call {

  /** A refusal names one thing at a time; a server that goes on refusing is taken at its word. */
  private static final int MOST_CONCESSIONS = 3;

  private final EventLoop loop;
  private final Connections connections;
  private Conversation conversation;
  private final CallTimers timers;
  private StreamOptions options;

  /** Let go of once it is sent: an open stream should keep little. Made anew to send again. */
  private @Nullable HttpCall call;

  private @Nullable Feed feed;
  private @Nullable Future<Connection> dialling;
  private @Nullable Exchange exchange;
  private @Nullable Attempt attempt;
  private int attempts;
  private boolean handedOver;
  private int concessions;
  private boolean resent;
  // Set by whoever cancels too, so that what has not begun by then never does.
  private volatile boolean over;

  /** Throws what the dialect throws for a request that it cannot express. */
  HttpSource(
      EventLoop loop, Connections connections, Conversation conversation, StreamOptions options) {
    this.loop = loop;
    this.connections = connections;
    this.conversation = conversation;
    this.timers = new CallTimers(loop);
    this.options = options;
    this.call = conversation.call(options);
  }

  @Override
  public void start(Feed into) {
    feed = into;
    try {
      loop.execute(this::begin);
    } catch (RejectedExecutionException closed) {
      into.end(closed());
    }
  }

  @Override
  public void read() {
    onLoop(
        () -> {
          if (!over && attempt != null && exchange != null) {
            attempt.resume();
            exchange.resume();
          }
        });
  }

  @Override
  public void cancel() {
    over = true;
    onLoop(this::letGo);
  }

  private void onLoop(Runnable step) {
    if (loop.inEventLoop()) {
      step.run();
      return;
    }
    try {
      loop.execute(step);
    } catch (RejectedExecutionException closed) {
      over = true; // The loop has let go of everything.
    }
  }

  private void begin() {
    if (over) {
      return;
    }
    options.timeouts().total().ifPresent(limit -> timers.limit(limit, () -> outOfTime(limit)));
    attempt();
  }

  private void outOfTime(Duration limit) {
    if (attempt != null) {
      attempt.outOfTime();
    }
    silent(new End.Silent(Failure.Timer.TOTAL, limit));
  }

  private void attempt() {
    attempts++;
    resent = false;
    guarded(
        "the tap",
        () -> {
          options.tap().ifPresent(WireTap::sent);
          dial(() -> connections.acquire(conversation.target(), options.timeouts().connect()));
        });
  }

  /** Runs what calls code of others. What that throws ends the stream and frees its connection. */
  private void guarded(String whose, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error thrown) {
      broken(whose, thrown);
    }
  }

  private void broken(String whose, Throwable thrown) {
    if (!over) {
      letGo();
      String line = OneLine.of(whose + " failed: " + thrown);
      conclude(new End.Failed(conversation.redaction().of(new Failure.Protocol(line, ""))));
    }
  }

  /** A loop that is shutting down takes no new connections. */
  private void dial(Supplier<Future<Connection>> way) {
    try {
      dial(way.get());
    } catch (IllegalStateException shuttingDown) {
      conclude(closed());
    }
  }

  private void dial(Future<Connection> connection) {
    dialling = connection;
    connection.addListener(
        done -> {
          dialling = null;
          if (over && connection.isSuccess()) {
            connection.getNow().channel().close();
          } else if (connection.isSuccess()) {
            send(connection.getNow());
          } else if (!over) {
            unreachable(connection.cause());
          }
        });
  }

  private void send(Connection connection) {
    try {
      request(connection);
    } catch (RuntimeException | Error thrown) {
      connection.channel().close();
      broken("the call of the dialect '" + conversation.dialect().name() + "'", thrown);
    }
  }

  private void request(Connection connection) {
    Feed into = feed();
    var reading = new Attempt(this, into, conversation, options, loop);
    attempt = reading;
    exchange = new Exchange(connection, connections, conversation.decoder(), reading);
    into.sent(attempts);
    reading.begin();
    options
        .tap()
        .map(
            tap ->
                new TappedBody(tap, conversation.redaction(), thrown -> broken("the tap", thrown)))
        .ifPresent(connection.channel().pipeline()::addLast);
    HttpCall asked = call == null ? conversation.call(options) : call;
    call = null;
    exchange.send(RequestMessage.of(asked, connection));
  }

  private void unreachable(Throwable cause) {
    if (cause instanceof Dialer.ConnectTimeout) {
      Duration limit = options.timeouts().connect();
      retryOr(
          new Failure.TimedOut(Failure.Timer.CONNECT, limit),
          new End.Silent(Failure.Timer.CONNECT, limit));
      return;
    }
    Failure failure = Mishap.connecting(cause, conversation.target());
    if (Mishap.isFinal(cause)) {
      conclude(new End.Failed(failure));
    } else {
      failed(failure, List.of());
    }
  }

  @Override
  public void chunk(Chunk chunk) {
    handedOver = true;
    feed().chunk(chunk);
  }

  @Override
  public void ended(End end) {
    if (exchange != null) {
      exchange.finish();
    }
    conclude(end);
  }

  @Override
  public void silent(End.Silent end) {
    if (exchange != null) {
      exchange.tooLong();
    }
    letGo();
    conclude(end);
  }

  @Override
  public void failed(Failure said, List<Chunk> held) {
    Failure failure = conversation.redaction().of(said);
    if (exchange != null) {
      exchange.abandon();
    }
    if (!retried(failure)) {
      held.forEach(this::chunk);
      conclude(new End.Failed(failure));
    }
  }

  @Override
  public void refused(HttpAnswer answer) {
    if (exchange != null) {
      exchange.finish();
    }
    guarded("the dialect '" + conversation.dialect().name() + "'", () -> settle(answer));
  }

  private void settle(HttpAnswer answer) {
    Failure.Http refusal = conversation.redaction().of(said(answer));
    Optional<Concession> concession =
        concessions == MOST_CONCESSIONS
            ? Optional.empty()
            : conversation.dialect().concede(refusal, conversation.request(), options);
    if (concession.isPresent()) {
      concessions++;
      options = concession.get().options();
      conversation = conversation.asking(concession.get().request());
      call = null;
      retry(Duration.ZERO, refusal);
    } else {
      retryOr(refusal, new End.Failed(refusal));
    }
  }

  private Failure.Http said(HttpAnswer answer) {
    return Optional.ofNullable(exchange)
        .flatMap(one -> one.refusalOnTheWay(answer))
        .orElseGet(() -> conversation.dialect().failure(answer));
  }

  @Override
  public void explained() {
    if (exchange != null) {
      exchange.cut();
    }
  }

  @Override
  public void unanswered(End end) {
    if (exchange != null && exchange.diedOfOldAge() && !resent) {
      resent = true;
      dial(() -> connections.dial(conversation.target(), options.timeouts().connect()));
    } else if (end instanceof End.Cut cut) {
      failed(
          exchange == null ? new Failure.Connection(cut.message()) : exchange.unanswered(cut),
          List.of());
    } else {
      conclude(end);
    }
  }

  private void retryOr(Failure failure, End end) {
    if (!retried(failure)) {
      conclude(end);
    }
  }

  private boolean retried(Failure failure) {
    Optional<Duration> delay =
        handedOver
            ? Optional.empty()
            : options.retries().delay(failure, attempts + 1, ThreadLocalRandom.current());
    delay.ifPresent(wait -> retry(wait, failure));
    return delay.isPresent();
  }

  private void retry(Duration delay, Failure cause) {
    exchange = null;
    attempt = null;
    guarded(
        "the observer of retries",
        () -> {
          options.onRetry().accept(new Retry(attempts + 1, delay, cause));
          timers.backOff(delay, this::attempt);
        });
  }

  private void conclude(End end) {
    over = true;
    timers.cancel();
    feed().end(end);
  }

  private void letGo() {
    timers.cancel();
    if (attempt != null) {
      attempt.forget();
    }
    if (exchange != null) {
      exchange.abandon();
    }
    if (dialling != null) {
      dialling.cancel(false);
    }
  }

  private static End closed() {
    return new End.Failed(new Failure.Connection("the transport is closed"));
  }

  private Feed feed() {
    if (feed == null) {
      throw new IllegalStateException("the call was not started");
    }
    return feed;
  }
}
