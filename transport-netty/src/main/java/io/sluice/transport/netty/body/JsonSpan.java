package io.sluice.transport.netty.body;

/**
 * Follows the bytes of one JSON value to its end, without looking at what it says: only strings and
 * brackets count. Mutable; for one thread.
 */
final class JsonSpan {

  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean opened;

  /** Takes the next byte. Returns whether it is the last one of an object or array. */
  boolean isEndedBy(byte next) {
    if (inString) {
      inString = escaped || next != '"';
      escaped = !escaped && next == '\\';
      return false;
    }
    switch (next) {
      case '"' -> inString = true;
      case '{', '[' -> {
        opened = true;
        depth++;
      }
      case '}', ']' -> depth--;
      default -> {}
    }
    return opened && depth <= 0;
  }

  /** Whether these bytes end with the end of an object or array that they begin with. */
  static boolean isWhole(byte[] bytes, int from, int to) {
    var span = new JsonSpan();
    boolean ended = false;
    for (int at = from; at < to; at++) {
      if (ended && bytes[at] > ' ') {
        return false;
      }
      ended |= span.isEndedBy(bytes[at]);
    }
    return ended;
  }
}
