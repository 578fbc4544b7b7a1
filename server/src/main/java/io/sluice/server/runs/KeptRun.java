package io.sluice.server.runs;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A run on the shelf, with what the shelf knows of it. Mutable; the shelf guards it. */
final class KeptRun {

  private final ServedRun run;
  private final Optional<String> order;
  private final long began;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private long ended;
  private boolean finished;

  KeptRun(ServedRun run, Optional<String> order, long began) {
    this.run = run;
    this.order = order;
    this.began = began;
  }

  ServedRun run() {
    return run;
  }

  /** Under which key the order of the run is known. */
  Optional<String> order() {
    return order;
  }

  long began() {
    return began;
  }

  long ended() {
    return ended;
  }

  /** Completes when the run has ended. */
  CompletableFuture<Void> over() {
    return over;
  }

  boolean isLiveOf(String owner) {
    return !finished && run.owner().equals(owner);
  }

  void finished(long now) {
    ended = now;
    finished = true;
  }
}
