package io.sluice.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that a mistyped one stands for. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns one line that says a name is unknown, suggests the nearest and lists the known ones in
   * alphabetical order.
   *
   * @param kind the kind of thing the name should refer to, such as {@code "sink"}
   */
  public static String unknown(String kind, String name, Collection<String> known) {
    String suggestion =
        of(name, known).map(nearest -> "; did you mean '" + nearest + "'?").orElse(";");
    String all = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    return "unknown " + kind + " '" + name + "'" + suggestion + " known: " + all;
  }

  /**
   * Returns the known name with the fewest edits to {@code name}, if at most a third of it must
   * change.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int most = Math.max(1, Math.max(name.length(), 3) / 3);
    return known.stream()
        .filter(candidate -> edits(name, candidate) <= most)
        .min(
            Comparator.<String>comparingInt(candidate -> edits(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The optimal string alignment distance: insert, delete, replace, swap neighbours. */
  private static int edits(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
