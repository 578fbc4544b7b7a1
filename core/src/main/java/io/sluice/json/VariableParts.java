package io.sluice.json;

/**
 * The positions in a payload of strings that are deltas by themselves, and may differ between two
 * chunks that are otherwise equal. Mutable; for one thread at a time; used again for the next.
 */
final class VariableParts {

  /** Enough for several choices, or several unmodelled fields; a chunk with more is parsed. */
  static final int MOST = 6;

  /** Instead of a delta: a value that means nothing. */
  static final int MEANINGLESS = -1;

  final int[] from = new int[MOST];
  final int[] to = new int[MOST];

  /** The delta that belongs to each; a negative number says what it is instead. */
  final int[] delta = new int[MOST];

  private int count;

  void clear() {
    count = 0;
  }

  /** What stands for a figure instead of a delta. */
  static int of(Repetition.Figure figure) {
    return figure == Repetition.Figure.TOTAL ? MEANINGLESS - 2 : MEANINGLESS - 1;
  }

  /** Whether the value is a figure of the usage. */
  boolean isFigure(int value) {
    return delta[value] < MEANINGLESS;
  }

  /** Notes a value, quotes included; if there are too many, all of them are dropped. */
  void add(int start, int end, int position) {
    if (count < MOST) {
      from[count] = start;
      to[count] = end;
      delta[count] = position;
    }
    count++;
  }

  /** Drops all positions, and ignores later ones. */
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
