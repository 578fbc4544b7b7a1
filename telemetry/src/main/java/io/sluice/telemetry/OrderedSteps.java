package io.sluice.telemetry;

import io.sluice.thread.UncaughtErrors;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Steps that all need one thing, which may be there only later: each is done as soon as the thing
 * is there and the step before it is done. A step is done at once, on the calling thread, if
 * nothing is waited for. If the thing never comes, no step is done. What a step throws goes to its
 * thread's handler of uncaught exceptions, and the next step follows. For one thread at a time.
 *
 * @param <T> what the steps need
 */
public final class OrderedSteps<T> {

  private CompletableFuture<T> last;

  /** Steps that need what is there when that stage is complete. */
  public OrderedSteps(CompletableFuture<T> needed) {
    this.last = needed;
  }

  /** Does that step next. */
  public void then(Consumer<T> step) {
    last =
        last.thenApply(
            thing -> {
              guarded(step, thing);
              return thing;
            });
  }

  private static <T> void guarded(Consumer<T> step, T thing) {
    try {
      step.accept(thing);
    } catch (RuntimeException | Error thrown) {
      UncaughtErrors.of(thrown);
    }
  }

  /**
   * Waits for what the steps need, and for the steps so far.
   *
   * @param limit the longest wait; zero takes what is there already
   * @return empty if it does not come in time, or if the thread is interrupted, which it then stays
   */
  public Optional<T> await(Duration limit) {
    try {
      return Optional.of(last.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | CancellationException | TimeoutException absent) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
