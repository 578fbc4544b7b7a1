package io.sluice.kafka.queue;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Notes which offsets behind a committed one are settled, as text that a broker keeps with the
 * offset: after a prefix, for each range of offsets how many are not settled before it and how many
 * are settled in it, in base 36.
 */
final class SettledOffsets {

  private static final String PREFIX = "sluice1:";
  private static final int BASE = 36;

  private SettledOffsets() {}

  /** Writes the offsets from {@code first} on; empty text if there are none. */
  static String write(long first, NavigableSet<Long> settled) {
    var text = new StringBuilder();
    long next = first;
    long begin = -1;
    long end = -1;
    for (long offset : settled.tailSet(first)) {
      if (begin >= 0 && offset == end) {
        end++;
        continue;
      }
      next = add(text, next, begin, end);
      begin = offset;
      end = offset + 1;
    }
    add(text, next, begin, end);
    return text.length() == 0 ? "" : PREFIX + text;
  }

  /** Reads what {@link #write} wrote; nothing of any other text. */
  static NavigableSet<Long> read(long first, String text) {
    NavigableSet<Long> settled = new TreeSet<>();
    if (!text.startsWith(PREFIX)) {
      return settled;
    }
    long next = first;
    try {
      for (String range : text.substring(PREFIX.length()).split(",", -1)) {
        int dot = range.indexOf('.');
        next += Long.parseLong(range.substring(0, dot), BASE);
        long length = Long.parseLong(range.substring(dot + 1), BASE);
        for (long end = next + length; next < end; next++) {
          settled.add(next);
        }
      }
    } catch (NumberFormatException | IndexOutOfBoundsException foreign) {
      settled.clear();
    }
    return settled;
  }

  /** Adds a range, if there is one, and returns where it ends. */
  private static long add(StringBuilder text, long next, long begin, long end) {
    if (begin < 0) {
      return next;
    }
    text.append(text.length() == 0 ? "" : ",")
        .append(Long.toString(begin - next, BASE))
        .append('.')
        .append(Long.toString(end - begin, BASE));
    return end;
  }
}
