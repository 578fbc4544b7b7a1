package io.sluice.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds its own levels: first one stream, then as many as the server can be kept busy with, then
 * rates evenly between the two rates that were reached. It stops early once the server is
 * overloaded. Mutable; for one thread.
 */
public final class Sweep {

  private static final double SIGNIFICANT = 1.5;
  private static final int CLOSED_LEVELS = 2;

  private final int levels;
  private final int saturating;
  private final List<Reached> reached = new ArrayList<>();

  /**
   * What one level reached.
   *
   * @param rate completed requests a second
   * @param ttftMillis the median time to the first token
   * @param inFlight the mean number of requests under way
   * @param goodput requests a second that meet the objectives; the rate, if there are none
   */
  public record Reached(double rate, double ttftMillis, double inFlight, double goodput) {}

  /**
   * A sweep over so many levels.
   *
   * @param levels at least 3
   * @param saturating the number of streams that saturates the server
   */
  public Sweep(int levels, int saturating) {
    if (levels < 3) {
      throw new IllegalArgumentException(
          "a sweep of " + levels + " levels has no rates between; use at least 3");
    }
    this.levels = levels;
    this.saturating = saturating;
  }

  /** The next level; empty when all are done or the server is overloaded. */
  public Optional<LoadLevel> next() {
    int done = reached.size();
    if (done < CLOSED_LEVELS) {
      return Optional.of(new LoadLevel.Closed(done == 0 ? 1 : saturating));
    }
    double least = reached.get(0).rate();
    double step = (reached.get(1).rate() - least) / (levels - 1);
    if (done >= levels || isOverloaded() || !(step > 0)) {
      return Optional.empty();
    }
    return Optional.of(new LoadLevel.Open(least + step * (done - 1)));
  }

  /** Notes what the level that {@link #next} gave reached. */
  public void reached(Reached level) {
    reached.add(level);
  }

  /**
   * Whether the last of the rates was too much: first tokens took half as long again as at the rate
   * before, and requests under way rose half as much again as the rate did; or less than half of
   * the best goodput of the rates before was left. Closed levels do not count for that: the
   * saturated one answers more than a low rate asks.
   */
  public boolean isOverloaded() {
    if (reached.size() < CLOSED_LEVELS + 2) {
      return false;
    }
    Reached last = reached.get(reached.size() - 1);
    Reached before = reached.get(reached.size() - 2);
    boolean rising =
        last.ttftMillis() > before.ttftMillis() * SIGNIFICANT
            && last.inFlight() * before.rate() > before.inFlight() * last.rate() * SIGNIFICANT;
    double best =
        reached.stream().skip(CLOSED_LEVELS).mapToDouble(Reached::goodput).max().orElse(0);
    return rising || last.goodput() < best / 2;
  }
}
