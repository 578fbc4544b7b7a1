package io.sluice.bench.run;

import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a benchmark, level by level. Used once. {@link #stop} and {@link #served} may be called from
 * any thread.
 */
public final class Bench {
  private final BenchSetup setup;
  private final Watcher watcher;
  private final AtomicReference<@Nullable LevelRun> current = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile String served = "";
  private boolean answered;
  private boolean givenUp;

  /** Told what happens, on the thread that runs the benchmark. */
  public interface Watcher {

    /** Called before a round of a level begins. */
    default void begins(LoadLevel level, int round, LevelRun run) {}

    /** Called when a round of a level has ended. */
    default void ended(LevelReport report) {}
  }

  /** A benchmark that has not begun. */
  public Bench(BenchSetup setup, Watcher watcher) {
    this.setup = setup;
    this.watcher = watcher;
  }

  /** Ends the benchmark; the level under way is reported as far as it came. */
  public void stop() {
    stopped = true;
    Optional.ofNullable(current.get()).ifPresent(LevelRun::stop);
  }

  /** Whether it was stopped. */
  public boolean isStopped() {
    return stopped;
  }

  /** The model as the server names it; empty if it has not done so. */
  public String served() {
    return served;
  }

  /**
   * Runs the levels, each so many rounds, and waits for the last. A level in which the server
   * answers nothing is void and the last.
   *
   * @param most the time after which no further level begins
   * @throws NothingAnsweredException if the server answered nothing in the first level
   * @throws IllegalArgumentException if the server's dialect cannot express a request; nothing was
   *     sent then, if {@link Workload#tried} counts it
   * @throws InterruptedException if this thread is interrupted
   */
  public List<LevelReport> run(LevelSource levels, Extent extent, int rounds, Duration most)
      throws InterruptedException {
    List<LevelReport> all = new ArrayList<>();
    setup.tryPrompts();
    long begun = setup.clock.nanos();
    Optional<LoadLevel> level = levels.next();
    while (level.isPresent() && goesOn() && setup.clock.nanos() - begun < most.toNanos()) {
      List<LevelReport> ended = new ArrayList<>();
      for (int round = 1; round <= rounds && goesOn(); round++) {
        ended.add(round(level.get(), extent, round));
      }
      all.addAll(ended);
      if (!stopped) {
        levels.ended(ended);
        level = levels.next();
      }
    }
    return List.copyOf(all);
  }

  private boolean goesOn() {
    return !stopped && !givenUp;
  }

  private LevelReport round(LoadLevel level, Extent extent, int round) throws InterruptedException {
    var run = new LevelRun(setup, level, extent, round);
    current.set(run);
    if (stopped) {
      run.stop();
    }
    watcher.begins(level, round, run);
    try {
      LevelReport report = run.run();
      Optional<NothingAnsweredException> none = run.unanswered();
      if (none.isPresent() && !answered) {
        throw none.get();
      }
      answered = true;
      givenUp = none.isPresent();
      watcher.ended(report);
      return report;
    } finally {
      served = run.served();
      current.set(null);
    }
  }
}
