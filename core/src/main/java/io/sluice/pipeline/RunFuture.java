package io.sluice.pipeline;

import java.util.concurrent.CompletableFuture;

/**
 * The result of a run as it is handed out, or a stage that was derived from that. Its methods are
 * called by code outside only, to cancel it, to let it time out, or to complete it with something
 * else; the run then stops. The JDK completes derived stages without calling them.
 */
final class RunFuture<T> extends CompletableFuture<T> {

  private final Runnable stop;

  RunFuture(Runnable stop) {
    this.stop = stop;
  }

  /** Completes it as the run does. */
  void settle(T result) {
    super.complete(result);
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new RunFuture<>(stop);
  }

  @Override
  public boolean complete(T value) {
    return stopped(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable reason) {
    return stopped(super.completeExceptionally(reason));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return stopped(super.cancel(mayInterruptIfRunning));
  }

  private boolean stopped(boolean abandoned) {
    if (abandoned) {
      stop.run();
    }
    return abandoned;
  }
}
