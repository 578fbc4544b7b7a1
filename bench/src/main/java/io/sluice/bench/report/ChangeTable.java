package io.sluice.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The changes between two reports as text for a terminal. */
public final class ChangeTable {

  private ChangeTable() {}

  /** The table, a line for each figure of each level; it ends with a line break. */
  public static String text(String before, String after, List<BenchComparison.Change> changes) {
    List<List<String>> rows = new ArrayList<>();
    String level = "";
    for (BenchComparison.Change change : changes) {
      rows.add(
          List.of(
              change.level().equals(level) ? "" : change.level(),
              change.figure().name(),
              spread(change.before()),
              spread(change.after()),
              change.figure().unit(),
              verdict(change)));
      level = change.level();
    }
    return before + " → " + after + "\n" + TextTable.of(rows, List.of(0, 1, 4, 5));
  }

  private static String verdict(BenchComparison.Change change) {
    if (change.isNoDifference()) {
      return "no difference";
    }
    boolean higher = change.ratio() > 1;
    boolean better = higher == (change.figure().better() == Figure.Better.HIGHER);
    return String.format(Locale.ROOT, "%.2f× %s", change.ratio(), better ? "better" : "worse");
  }

  private static String spread(Figure.Spread spread) {
    String median = TextTable.number(spread.median());
    return spread.least() == spread.most()
        ? median
        : median
            + " ("
            + TextTable.number(spread.least())
            + "–"
            + TextTable.number(spread.most())
            + ")";
  }
}
