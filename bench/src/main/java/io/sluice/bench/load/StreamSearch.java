package io.sluice.bench.load;

import java.util.OptionalInt;

/**
 * Looks for the greatest number of streams that a server still serves well: it doubles the number
 * until one is served badly, then halves the distance. Mutable; for one thread.
 */
public final class StreamSearch {

  private final int most;
  private int good;
  private int bad;

  /** A search that has tried nothing yet and never tries more than {@code most} streams. */
  public StreamSearch(int most) {
    this.most = most;
  }

  /** The number to try next; empty once it is known. */
  public OptionalInt next() {
    if (bad == 0) {
      return good >= most
          ? OptionalInt.empty()
          : OptionalInt.of(Math.min(most, Math.max(1, good * 2)));
    }
    int middle = (good + bad) / 2;
    return middle > good ? OptionalInt.of(middle) : OptionalInt.empty();
  }

  /** Notes that so many streams were served well. */
  public void servedWell(int streams) {
    good = Math.max(good, streams);
  }

  /** Notes that so many streams were served badly. */
  public void servedBadly(int streams) {
    bad = bad == 0 ? streams : Math.min(bad, streams);
  }

  /** The greatest number that was served well; 0 if none was. */
  public int found() {
    return good;
  }

  /** Whether a greater number was tried and served badly. */
  public boolean isBounded() {
    return bad > 0;
  }
}
