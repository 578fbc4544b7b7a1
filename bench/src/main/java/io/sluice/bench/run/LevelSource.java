package io.sluice.bench.run;

import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.StreamSearch;
import io.sluice.bench.load.Sweep;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.report.LevelReport;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Predicate;

/** Gives the levels of a benchmark, each after the one before has ended. Mutable; one thread. */
public interface LevelSource {

  /** The next level; empty when there are no more. */
  Optional<LoadLevel> next();

  /** Notes the rounds of the level that was given last. */
  void ended(List<LevelReport> rounds);

  /** These levels, in this order. */
  static LevelSource of(List<LoadLevel> levels) {
    Queue<LoadLevel> left = new ArrayDeque<>(levels);
    return new LevelSource() {
      @Override
      public Optional<LoadLevel> next() {
        return Optional.ofNullable(left.poll());
      }

      @Override
      public void ended(List<LevelReport> rounds) {}
    };
  }

  /** The levels of a sweep. */
  static LevelSource of(Sweep sweep) {
    return new LevelSource() {
      @Override
      public Optional<LoadLevel> next() {
        return sweep.next();
      }

      @Override
      public void ended(List<LevelReport> rounds) {
        LevelReport level = rounds.get(rounds.size() / 2);
        sweep.reached(
            new Sweep.Reached(
                level.requestRate(),
                level.times(Metric.TTFT).median(),
                level.inFlightMean(),
                level.goodput()));
      }
    };
  }

  /**
   * The levels that look for the greatest number of streams that are served well.
   *
   * @param wellServed whether a level is served well
   */
  static LevelSource of(StreamSearch search, Predicate<LevelReport> wellServed) {
    return new LevelSource() {
      @Override
      public Optional<LoadLevel> next() {
        OptionalInt streams = search.next();
        return streams.isPresent()
            ? Optional.of(new LoadLevel.Closed(streams.getAsInt()))
            : Optional.empty();
      }

      @Override
      public void ended(List<LevelReport> rounds) {
        LevelReport level = rounds.get(0);
        if (wellServed.test(level)) {
          search.servedWell((int) level.value());
        } else {
          search.servedBadly((int) level.value());
        }
      }
    };
  }
}
