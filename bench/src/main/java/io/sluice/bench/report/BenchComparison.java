package io.sluice.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One report beside another: how each figure of each level changed. */
public final class BenchComparison {

  private BenchComparison() {}

  /**
   * How one figure of one level differs.
   *
   * @param level the label of the level
   * @param figure the figure
   * @param before its value in the first report
   * @param after its value in the other report
   */
  public record Change(String level, Figure figure, Figure.Spread before, Figure.Spread after) {

    /** The other median divided by the first; 1 if both are 0. */
    public double ratio() {
      return before.median() == 0
          ? after.median() == 0 ? 1 : Double.POSITIVE_INFINITY
          : after.median() / before.median();
    }

    /** Whether the rounds of both reports had values in common, so that nothing can be said. */
    public boolean isNoDifference() {
      return before.overlaps(after);
    }
  }

  /**
   * The changes of the levels that both reports have, in the order of the first.
   *
   * @param figures the figures to compare
   */
  public static List<Change> of(BenchReport before, BenchReport after, List<Figure> figures) {
    List<Change> changes = new ArrayList<>();
    Map<String, List<LevelReport>> others = after.byLevel();
    before
        .byLevel()
        .forEach(
            (label, rounds) -> {
              List<LevelReport> other = others.getOrDefault(label, List.of());
              for (Figure figure : figures) {
                Optional<Figure.Spread> first = figure.of(rounds);
                Optional<Figure.Spread> second = figure.of(other);
                if (first.isPresent() && second.isPresent()) {
                  changes.add(new Change(label, figure, first.get(), second.get()));
                }
              }
            });
    return List.copyOf(changes);
  }

  /**
   * The levels of the first report in which a figure cannot be compared: the other has no such
   * level, or one of them has too few samples.
   */
  public static List<String> incomparable(BenchReport before, BenchReport after, Figure figure) {
    List<String> levels = new ArrayList<>(before.byLevel().keySet());
    of(before, after, List.of(figure)).forEach(change -> levels.remove(change.level()));
    return List.copyOf(levels);
  }

  /** Why two reports should not be compared, in one line; empty if they may. */
  public static Optional<String> objection(BenchReport before, BenchReport after) {
    if (!before.isValid() || !after.isValid()) {
      return Optional.of("a level is void, so its figures are not the server's");
    }
    if (!before.about().workload().equals(after.about().workload())) {
      return Optional.of(
          "the workloads differ: " + before.about().workload() + "; " + after.about().workload());
    }
    return before.byLevel().keySet().stream().noneMatch(after.byLevel()::containsKey)
        ? Optional.of("they have no level in common")
        : Optional.empty();
  }
}
