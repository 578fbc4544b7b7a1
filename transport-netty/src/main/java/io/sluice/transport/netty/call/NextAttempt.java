package io.sluice.transport.netty.call;

import io.netty.channel.EventLoop;
import io.sluice.stream.Retry;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What precedes another attempt of a call: its observer is told, the delay passes, and the key is
 * asked for if it is one that is asked for. Confined to its event loop.
 */
final class NextAttempt {

  private final Caller caller;
  private final CallTerms terms;
  private final CallTimers timers;
  private final EventLoop loop;
  private final Executor blocking;

  /**
   * Prepares for the attempts of {@code caller}.
   *
   * @param blocking where suppliers of keys are asked
   */
  NextAttempt(
      Caller caller, CallTerms terms, CallTimers timers, EventLoop loop, Executor blocking) {
    this.caller = caller;
    this.terms = terms;
    this.timers = timers;
    this.loop = loop;
    this.blocking = blocking;
  }

  /** Has the call attempted again after the delay of {@code retry}. */
  void after(Retry retry) {
    tell(retry);
    if (!caller.isOver()) {
      Runnable next = terms.asksForKeys() ? this::attemptWithKey : caller::attempt;
      timers.backOff(retry.delay(), next);
    }
  }

  /** Has the call attempted again at once if there is another key; else runs {@code otherwise}. */
  void withAnotherKey(Retry retry, Runnable otherwise) {
    ask(
        isOther -> {
          if (!isOther) {
            otherwise.run();
            return;
          }
          tell(retry);
          if (!caller.isOver()) {
            timers.backOff(Duration.ZERO, caller::attempt);
          }
        });
  }

  private void attemptWithKey() {
    ask(isOther -> caller.attempt());
  }

  private void tell(Retry retry) {
    try {
      terms.options().onRetry().accept(retry);
    } catch (RuntimeException | Error thrown) {
      caller.broken("the observer of retries", thrown);
    }
  }

  private void ask(Consumer<Boolean> next) {
    CompletableFuture.supplyAsync(terms::keyed, blocking)
        .whenCompleteAsync((keyed, thrown) -> answered(next, keyed, thrown), loop);
  }

  private void answered(Consumer<Boolean> next, Endpoint keyed, Throwable thrown) {
    if (caller.isOver()) {
      return;
    }
    if (thrown == null) {
      next.accept(terms.use(keyed));
    } else {
      caller.broken("the supplier of keys", causeOf(thrown));
    }
  }

  private static Throwable causeOf(Throwable thrown) {
    return thrown instanceof CompletionException
        ? Optional.ofNullable(thrown.getCause()).orElse(thrown)
        : thrown;
  }

  /** The call whose attempts these are. */
  interface Caller {

    boolean isOver();

    void attempt();

    /** Ends the call, because foreign code threw. */
    void broken(String whose, Throwable thrown);
  }
}
