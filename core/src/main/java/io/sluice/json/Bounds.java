package io.sluice.json;

/** The bounds on the number of choices in an answer and of tool calls in a choice. */
final class Bounds {

  private static final int LARGEST_INDEX = 1023;

  private Bounds() {}

  static int choice(long index) {
    return checked("choice index ", index);
  }

  /** Checks an index; {@code absent} is the value for a missing index. */
  static int toolCall(long index, int absent) {
    return index == absent ? absent : checked("tool call index ", index);
  }

  private static int checked(String what, long index) {
    if (index < 0 || index > LARGEST_INDEX) {
      throw new MalformedJsonException(what + index + ", which is beyond 0 to " + LARGEST_INDEX);
    }
    return (int) index;
  }
}
