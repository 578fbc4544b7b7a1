package io.sluice.json;

/** How many choices an answer and how many tool calls a choice may have. */
final class Bounds {

  private static final int LARGEST_INDEX = 1023;

  private Bounds() {}

  static int choice(long index) {
    return checked("choice index ", index);
  }

  /** {@code absent} is what stands for no index at all. */
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
