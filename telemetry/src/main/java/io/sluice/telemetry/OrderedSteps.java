package io.sluice.telemetry;

import io.sluice.thread.UncaughtErrors;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /** Waits for what the steps need; empty if it does not come. */
  public Optional<T> await() {
    try {
      return Optional.of(last.join());
    } catch (CompletionException failed) {
      return Optional.empty();
    }
  }
}
