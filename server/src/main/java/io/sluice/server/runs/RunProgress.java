package io.sluice.server.runs;

import io.sluice.runlog.LogWatch;
import io.sluice.server.runs.FirstTokenWait.Phase;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What is known of a run besides its lines: what it waits for until its first token, and how many
 * tokens it has. Only the present is known, so that a viewer may miss a change. Thread-safe.
 */
final class RunProgress {

  private final LongSupplier nanoTime;
  private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();
  private volatile Optional<FirstTokenWait> waiting = Optional.empty();
  private volatile Optional<TokenFigures> tokens = Optional.empty();
  private volatile boolean begun;

  RunProgress(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  Optional<FirstTokenWait> waiting() {
    return waiting;
  }

  Optional<TokenFigures> tokens() {
    return tokens;
  }

  /** The run waits for its first token. A refusal may follow that of an earlier request. */
  synchronized void enter(Phase phase) {
    if (!begun) {
      waiting = Optional.of(new FirstTokenWait(phase, nanoTime));
      signal();
    }
  }

  /** The first token has come, or none ever will. */
  synchronized void begin() {
    begun = true;
    waiting = Optional.empty();
  }

  void counted(TokenFigures figures) {
    tokens = Optional.of(figures);
    signal();
  }

  /** Has {@code signal} called after each change, on the thread that made it. */
  LogWatch watch(Runnable signal) {
    watching.add(signal);
    return () -> watching.remove(signal);
  }

  private void signal() {
    watching.forEach(Runnable::run);
  }
}
