package io.sluice.kafka.queue;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The offsets of a partition that are settled, as ranges, so that any number behind one that is not
 * takes little room. A broker keeps them as text beside a committed offset: after a prefix, for
 * each range how many offsets are not settled before it and how many are settled in it, in base 36.
 * Mutable; for one thread.
 */
final class SettledOffsets {

  private static final String PREFIX = "sluice1:";
  private static final int BASE = 36;

  /** Where ranges end, exclusively, by where they begin. */
  private final NavigableMap<Long, Long> ranges = new TreeMap<>();

  /** Reads what {@link #write} wrote; nothing of any other text. */
  static SettledOffsets read(long first, String text) {
    var settled = new SettledOffsets();
    if (!text.startsWith(PREFIX)) {
      return settled;
    }
    long next = first;
    try {
      for (String range : text.substring(PREFIX.length()).split(",", -1)) {
        int dot = range.indexOf('.');
        long begin = Math.addExact(next, length(range.substring(0, dot)));
        next = Math.addExact(begin, length(range.substring(dot + 1)));
        settled.ranges.put(begin, next);
      }
    } catch (ArithmeticException | NumberFormatException | IndexOutOfBoundsException foreign) {
      settled.ranges.clear();
    }
    return settled;
  }

  private static long length(String text) {
    long length = Long.parseLong(text, BASE);
    if (length <= 0) {
      throw new NumberFormatException(text);
    }
    return length;
  }

  void add(long offset) {
    Map.Entry<Long, Long> before = ranges.floorEntry(offset);
    if (before != null && offset < before.getValue()) {
      return;
    }
    Long after = ranges.remove(offset + 1);
    long end = after == null ? offset + 1 : after;
    boolean touches = before != null && before.getValue() == offset;
    ranges.put(touches ? before.getKey() : offset, end);
  }

  boolean contains(long offset) {
    Map.Entry<Long, Long> range = ranges.floorEntry(offset);
    return range != null && offset < range.getValue();
  }

  /** Forgets the ranges that end before an offset or at it. */
  void forgetBefore(long first) {
    while (!ranges.isEmpty() && ranges.firstEntry().getValue() <= first) {
      ranges.pollFirstEntry();
    }
  }

  /**
   * The ranges as text, to be read with the same first offset; empty if there are none.
   *
   * @param first an offset that is not settled; those before it are left out
   */
  String write(long first) {
    var text = new StringBuilder();
    long next = first;
    for (Map.Entry<Long, Long> range : ranges.tailMap(first).entrySet()) {
      long begin = range.getKey();
      text.append(text.length() == 0 ? PREFIX : ",")
          .append(Long.toString(begin - next, BASE))
          .append('.')
          .append(Long.toString(range.getValue() - begin, BASE));
      next = range.getValue();
    }
    return text.toString();
  }
}
