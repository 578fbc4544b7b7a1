package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.sluice.feed.Feed;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.stream.WireTap;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.connect.Dialer;
import io.sluice.wire.HttpAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call and its attempts: connects, sends, retries where that is allowed, and ends the feed
 * once. Mutable; confined to its event loop except for {@link #drop}.
 */
final class RetriedCall implements Attempt.Call, NextAttempt.Caller {

  private final EventLoop loop;
  private final Connections connections;
  private final CallTerms terms;
  private final CallTimers timers;
  private final NextAttempt next;
  private final Dialling dialling = new Dialling();
  private @Nullable Feed feed;
  private @Nullable HttpExchange exchange;
  private @Nullable Attempt attempt;
  private int attempts;
  private boolean handedOver;
  private boolean resent;
  // Also set by the thread that calls drop, so that a call that has not begun by then never does.
  private volatile boolean over;

  /** A call on those terms; {@code blocking} runs what may block. */
  RetriedCall(Connections connections, Executor blocking, CallTerms terms) {
    this.loop = connections.loop();
    this.connections = connections;
    this.terms = terms;
    this.timers = new CallTimers(loop);
    this.next = new NextAttempt(this, terms, timers, loop, blocking);
  }

  /** Begins the call, unless it was dropped. */
  void begin(Feed into) {
    if (over) {
      return;
    }
    feed = into;
    terms.totalLimit().ifPresent(limit -> timers.limit(limit, () -> outOfTime(limit)));
    attempt();
  }

  /** Continues reading after a pause. */
  void resume() {
    if (!over && attempt != null && exchange != null) {
      attempt.resume();
      exchange.resume();
    }
  }

  /** Prevents the call from beginning anything new; may be called from any thread. */
  void drop() {
    over = true;
  }

  private void outOfTime(Duration limit) {
    if (attempt != null) {
      attempt.outOfTime();
    }
    silent(new End.Silent(Failure.Timer.TOTAL, limit));
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void attempt() {
    attempts++;
    resent = false;
    guarded(
        "the tap",
        () -> {
          terms.options().tap().ifPresent(WireTap::sent);
          dial(() -> connections.acquire(terms.target(), terms.connectLimit()));
        });
  }

  /** Runs foreign code. An exception of it ends the stream and frees the connection. */
  private void guarded(String whose, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error thrown) {
      broken(whose, thrown);
    }
  }

  @Override
  public void broken(String whose, Throwable thrown) {
    if (!over) {
      letGo();
      String line = OneLine.of(whose + " failed: " + thrown);
      conclude(new End.Failed(terms.redaction().of(new Failure.Protocol(line, ""))));
    }
  }

  /** A loop that is shutting down takes no new connections. */
  private void dial(Supplier<Future<Connection>> way) {
    try {
      dialling.await(way.get(), this::send, this::unreachable);
    } catch (IllegalStateException shuttingDown) {
      conclude(ConnectionErrors.closed());
    }
  }

  private void send(Connection connection) {
    if (over) {
      connection.channel().close();
      return;
    }
    try {
      request(connection);
    } catch (RuntimeException | Error thrown) {
      connection.channel().close();
      broken("the call of the dialect '" + terms.dialect().name() + "'", thrown);
    }
  }

  private void request(Connection connection) {
    Feed into = feed();
    ChatCall conversation = terms.conversation();
    var reading = new Attempt(this, into, conversation, terms.options(), loop);
    attempt = reading;
    exchange = new HttpExchange(connection, connections, conversation.decoder(), reading);
    dialling.report(connection, into);
    into.sent(attempts);
    reading.begin();
    terms
        .tapped(thrown -> broken("the tap", thrown))
        .ifPresent(connection.channel().pipeline()::addLast);
    exchange.send(RequestMessage.of(terms.take(), connection));
  }

  private void unreachable(Throwable cause) {
    if (over) {
      return;
    }
    if (cause instanceof Dialer.ConnectTimeout) {
      Duration limit = terms.connectLimit();
      if (!retried(new Failure.TimedOut(Failure.Timer.CONNECT, limit))) {
        conclude(new End.Silent(Failure.Timer.CONNECT, limit));
      }
      return;
    }
    Failure failure = ConnectionErrors.connecting(cause, terms.target());
    if (ConnectionErrors.isFinal(cause)) {
      conclude(new End.Failed(failure));
    } else {
      failed(failure, List.of());
    }
  }

  @Override
  public void headed(ResponseHead head) {
    guarded("the observer of heads", () -> terms.options().onHead().accept(head));
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
    Failure failure = terms.redaction().of(said);
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
    guarded("the dialect '" + terms.dialect().name() + "'", () -> settle(answer));
  }

  private void settle(HttpAnswer answer) {
    Failure.Http refusal = terms.redaction().of(said(answer));
    if (terms.fallsBack(refusal)) {
      retry(Duration.ZERO, refusal);
    } else if (terms.mayRenewKey(refusal)) {
      next.withAnotherKey(
          new Retry(attempts + 1, Duration.ZERO, refusal), () -> conclude(new End.Failed(refusal)));
    } else if (!retried(refusal)) {
      conclude(new End.Failed(refusal));
    }
  }

  private Failure.Http said(HttpAnswer answer) {
    return Optional.ofNullable(exchange)
        .flatMap(one -> one.refusalOnTheWay(answer))
        .orElseGet(() -> terms.dialect().failure(answer));
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
      dial(() -> connections.dial(terms.target(), terms.connectLimit()));
    } else if (end instanceof End.Cut cut) {
      failed(
          exchange == null ? new Failure.Connection(cut.message()) : exchange.unanswered(cut),
          List.of());
    } else {
      conclude(end);
    }
  }

  private boolean retried(Failure failure) {
    Optional<Duration> delay = handedOver ? Optional.empty() : terms.delay(failure, attempts + 1);
    delay.ifPresent(wait -> retry(wait, failure));
    return delay.isPresent();
  }

  private void retry(Duration delay, Failure cause) {
    exchange = null;
    attempt = null;
    next.after(new Retry(attempts + 1, delay, cause));
  }

  private void conclude(End end) {
    over = true;
    timers.cancel();
    feed().end(terms.dialect().ending().of(end));
  }

  /** Frees all resources of the call. */
  void letGo() {
    timers.cancel();
    if (attempt != null) {
      attempt.forget();
    }
    if (exchange != null) {
      exchange.abandon();
    }
    dialling.letGo();
  }

  private Feed feed() {
    return Objects.requireNonNull(feed, "the call was not started");
  }
}
