package io.sluice.json;

import org.jspecify.annotations.Nullable;

/**
 * Finds members by their names in a payload that is known to be JSON, at any depth, in order.
 * Mutable; for one walk.
 */
final class MemberScan {

  private final byte[] bytes;
  private final int end;
  private int at;
  private int from;

  MemberScan(Payload payload) {
    bytes = payload.bytes();
    at = payload.offset();
    end = at + payload.length();
  }

  /** Moves to the next member and returns its name; null at the end. */
  @Nullable String next() {
    while (at < end) {
      if (bytes[at] != '"') {
        at++;
        continue;
      }
      int start = at + 1;
      at = endOfString(at);
      int colon = visible(at);
      if (colon < end && bytes[colon] == ':') {
        String name = Utf8.decode(bytes, start, at - 1 - start);
        from = visible(colon + 1);
        at = endOfScalar(from);
        return name;
      }
    }
    return null;
  }

  /** Where the value of the member begins. */
  int from() {
    return from;
  }

  /** Where the value of the member ends, if it is a string or a number. */
  int to() {
    return at;
  }

  boolean isString() {
    return bytes[from] == '"';
  }

  /** Whether the value is a string, or a number that is written with digits alone. */
  boolean isScalar() {
    return at > from && (isString() || at == end || ".eE".indexOf(bytes[at]) < 0);
  }

  /** Where the object or array ends that is the value. */
  int endOfNested() {
    int depth = 0;
    int next = from;
    do {
      byte value = bytes[next];
      depth += value == '{' || value == '[' ? 1 : value == '}' || value == ']' ? -1 : 0;
      next = value == '"' ? endOfString(next) : next + 1;
    } while (depth > 0 && next < end);
    return next;
  }

  private int visible(int start) {
    int next = start;
    while (next < end && bytes[next] <= ' ' && bytes[next] >= 0) {
      next++;
    }
    return next;
  }

  private int endOfString(int quote) {
    int next = quote + 1;
    while (next < end && bytes[next] != '"') {
      next += bytes[next] == '\\' ? 2 : 1;
    }
    return Math.min(end, next + 1);
  }

  private int endOfScalar(int start) {
    if (start < end && bytes[start] == '"') {
      return endOfString(start);
    }
    int next = start;
    while (next < end && (bytes[next] >= '0' && bytes[next] <= '9')) {
      next++;
    }
    return next;
  }
}
