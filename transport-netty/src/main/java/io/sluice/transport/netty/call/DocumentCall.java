package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timing;
import io.sluice.transport.netty.connect.ConnectionErrors;
import io.sluice.transport.netty.connect.Connections;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.wire.Dialect;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Fetches documents for a caller that waits, and sends again what may be sent again. The limit in
 * total counts from its making, so that it holds for all pages of a list. Mutable; for one thread,
 * which must not be the event loop.
 */
public final class DocumentCall {

  private final EventLoop loop;
  private final Connections connections;
  private final Dialect dialect;
  private final Redaction redaction;
  private final StreamOptions options;
  private final long start = System.nanoTime();
  private int attempts;

  /** Creates the call; nothing is sent yet. */
  public DocumentCall(
      Connections connections, Dialect dialect, Redaction redaction, StreamOptions options) {
    this.loop = connections.loop();
    this.connections = connections;
    this.dialect = dialect;
    this.redaction = redaction;
    this.options = options;
  }

  /**
   * Returns the whole answer, which has a status of success.
   *
   * @param call makes the call, for each attempt anew
   * @throws StreamException if there is none
   */
  public HttpAnswer fetch(Supplier<HttpCall> call) {
    for (int attempt = 1; true; attempt++) {
      attempts++;
      Fetched fetched = attempt(call.get());
      if (fetched instanceof Fetched.Answered answered) {
        return answered.answer();
      }
      Fetched.Failed failed = (Fetched.Failed) fetched;
      Failure failure = redaction.of(failed.failure());
      Optional<Duration> delay =
          failed.fate() == Fetched.Fate.FINAL
              ? Optional.empty()
              : options.retries().delay(failure, attempt + 1, ThreadLocalRandom.current());
      if (delay.isEmpty()) {
        throw failed(failure);
      }
      options.onRetry().accept(new Retry(attempt + 1, delay.get(), failure));
      pause(delay.get());
    }
  }

  /** The exception for a document that is not there for that reason. */
  StreamException failed(Failure failure) {
    Status status = failure instanceof Failure.TimedOut ? Status.TIMED_OUT : Status.FAILED;
    return new StreamException(outcome(status).failure(redaction.of(failure)).build());
  }

  private Fetched attempt(HttpCall call) {
    var attempt = new DocumentAttempt(call, connections, this::refusal, options.timeouts(), loop);
    try {
      loop.execute(attempt::begin);
      return attempt.result().get(limit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      loop.execute(attempt::letGo);
      return new Fetched.Failed(outOfTime(), Fetched.Fate.FINAL);
    } catch (InterruptedException interrupted) {
      loop.execute(attempt::letGo);
      throw stopped();
    } catch (RejectedExecutionException closed) {
      throw failed(ConnectionErrors.closed().failure());
    } catch (ExecutionException broken) {
      throw new IllegalStateException("fetching a document failed", broken.getCause());
    }
  }

  private Failure.Http refusal(HttpAnswer answer) {
    return dialect.failure(answer);
  }

  private void pause(Duration delay) {
    try {
      TimeUnit.NANOSECONDS.sleep(Math.min(delay.toNanos(), limit().toNanos()));
    } catch (InterruptedException interrupted) {
      throw stopped();
    }
  }

  /** The limit on one document, or what is left of the limit in total. */
  private Duration limit() {
    Duration whole = options.timeouts().whole();
    return left().filter(rest -> rest.compareTo(whole) < 0).orElse(whole);
  }

  private Optional<Duration> left() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return options
        .timeouts()
        .total()
        .map(total -> total.minus(elapsed))
        .map(rest -> rest.isNegative() ? Duration.ZERO : rest);
  }

  private Failure outOfTime() {
    return options
        .timeouts()
        .total()
        .filter(total -> left().filter(Duration::isZero).isPresent())
        .map(total -> new Failure.TimedOut(Failure.Timer.TOTAL, total))
        .orElseGet(() -> new Failure.TimedOut(Failure.Timer.WHOLE, options.timeouts().whole()));
  }

  private StreamException stopped() {
    Thread.currentThread().interrupt();
    return new StreamException(outcome(Status.STOPPED).build());
  }

  private Outcome.Builder outcome(Status status) {
    return Outcome.builder(status).timing(Timing.builder().attempts(attempts).build());
  }
}
