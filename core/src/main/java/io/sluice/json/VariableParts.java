package io.sluice.json;

/**
 * Where in a payload strings stand that are deltas by themselves: what may differ between two
 * chunks that say the same otherwise. Mutable; for one thread at a time; used again for the next.
 */
final class VariableParts {

  /** Some choices at once, or some unmodelled fields; who has more is read in full. */
  static final int MOST = 6;

  final int[] from = new int[MOST];
  final int[] to = new int[MOST];

  /** Which of the chunk's deltas each is. */
  final int[] delta = new int[MOST];

  private int count;

  void clear() {
    count = 0;
  }

  /** Notes a string, quotes included; one too many makes all of them of no use. */
  void add(int start, int end, int position) {
    if (count < MOST) {
      from[count] = start;
      to[count] = end;
      delta[count] = position;
    }
    count++;
  }

  /** Forgets them all, and those to come. */
  void spoil() {
    count = MOST + 1;
  }

  boolean usable() {
    return count > 0 && count <= MOST;
  }

  int count() {
    return count;
  }
}
