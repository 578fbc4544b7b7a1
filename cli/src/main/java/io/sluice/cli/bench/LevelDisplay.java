package io.sluice.cli.bench;

import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.run.Bench;
import io.sluice.bench.run.LevelProgress;
import io.sluice.bench.run.LevelRun;
import io.sluice.cli.live.ProgressLine;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.terminal.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows on a terminal how far the level under way is, on a thread of its own until it is closed.
 * Without a terminal there is no such thread.
 */
final class LevelDisplay implements Bench.Watcher, AutoCloseable {
  private final Optional<Screen> screen;
  private final Ticker ticks;
  private Optional<Shown> shown = Optional.empty();

  private record Shown(String label, LevelRun run) {}

  LevelDisplay(Optional<Screen> screen, Ticker ticks) {
    this.screen = screen;
    this.ticks = ticks;
    screen.ifPresent(present -> ticks.start(this::show));
  }

  @Override
  public synchronized void begins(LoadLevel level, int round, LevelRun run) {
    String label = round > 1 ? level.label() + ", round " + round : level.label();
    shown = Optional.of(new Shown(label, run));
  }

  @Override
  public synchronized void ended(LevelReport report) {
    clear();
  }

  /** The line is gone before anything else is printed. */
  @Override
  public synchronized void close() {
    ticks.close();
    clear();
  }

  private void clear() {
    shown = Optional.empty();
    screen.ifPresent(on -> on.line(""));
  }

  private synchronized void show() {
    shown.ifPresent(
        level ->
            screen.ifPresent(
                on -> on.line(line(level.label, level.run.extent(), level.run.progress()))));
  }

  /** The line for a level that is so far. */
  static String line(String label, Extent extent, LevelProgress now) {
    ProgressLine line = new ProgressLine().then(label);
    if (extent.requests().isPresent()) {
      long requests = extent.requests().getAsInt();
      line.share(now.ended(), requests);
      line.some(now.failed(), "failed").count(now.inFlight(), "under way");
      if (now.ended() > 0 && now.ended() < requests) {
        line.left(left(now, requests));
      }
    } else {
      line.share(min(now.elapsed(), extent.time()), extent.time());
      line.count(now.ended(), "ended").some(now.failed(), "failed");
      line.count(now.inFlight(), "under way");
    }
    if (now.outputRate() > 0) {
      line.count(Math.round(now.outputRate()), "tokens/s");
    }
    return line.toString();
  }

  private static Duration left(LevelProgress now, long requests) {
    return Duration.ofMillis(now.elapsed().toMillis() * (requests - now.ended()) / now.ended());
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
