package io.sluice.transport.netty.http;

import java.util.Locale;

/**
 * Takes the framing of a chunked body apart (RFC 9112, section 7.1) as long as it is plain: sizes
 * that are digits alone, lines that end with CRLF. At any other line between two chunks, the last
 * one above all, it stops, and the HTTP decoder reads on from there. Mutable; for one thread.
 */
final class PlainChunks {

  /** A chunk of 256 MiB or more is not plain. */
  private static final int MOST_DIGITS = 7;

  private Place place = Place.SIZE;
  private int digits;
  private int size;
  private int at;

  /** At the beginning of a body. */
  PlainChunks() {}

  /**
   * Reads on, and moves the data of chunks together at the place where the reading began.
   *
   * @param bytes hold what came from {@code start} up to {@code end}
   * @return the index behind the data
   */
  int take(byte[] bytes, int start, int end) {
    // In variables, since to store a reference in an old object costs more than to read a byte.
    Place next = place;
    int data = start;
    int from = start;
    while (from < end && !next.ends()) {
      if (next == Place.DATA) {
        int length = Math.min(size, end - from);
        System.arraycopy(bytes, from, bytes, data, length);
        data += length;
        from += length;
        size -= length;
        next = size == 0 ? Place.RETURN : Place.DATA;
      } else {
        next = after(next, bytes[from]);
        from += next.isOdd() ? 0 : 1; // What is odd is left where it is.
      }
    }
    place = next;
    at = from;
    return data;
  }

  /** The index of the first byte that was not read. */
  int position() {
    return at;
  }

  /** Whether it has come upon a line that it does not read. */
  boolean isOdd() {
    return place.isOdd();
  }

  /** Whether a chunk does not end where it said. */
  boolean isBroken() {
    return place == Place.BROKEN;
  }

  /** What was read of the odd line. */
  String begun() {
    String hex = digits == 0 ? "" : String.format(Locale.ROOT, "%0" + digits + "x", size);
    return place == Place.ODD_FEED ? hex + "\r" : hex;
  }

  private Place after(Place now, byte value) {
    return switch (now) {
      case SIZE -> size(value);
      case SIZE_FEED -> size > 0 && value == '\n' ? Place.DATA : Place.ODD_FEED;
      case RETURN -> value == '\r' ? Place.FEED : Place.BROKEN;
      case FEED -> value == '\n' ? nextSize() : Place.BROKEN;
      case DATA, ODD, ODD_FEED, BROKEN -> throw new IllegalStateException("not framing");
    };
  }

  private Place size(byte value) {
    int digit = Character.digit(value, 16);
    if (digit >= 0 && digits < MOST_DIGITS) {
      size = size << 4 | digit;
      digits++;
      return Place.SIZE;
    }
    return value == '\r' && digits > 0 ? Place.SIZE_FEED : Place.ODD;
  }

  private Place nextSize() {
    digits = 0;
    return Place.SIZE;
  }

  /** What the next byte is, or what has come to light. */
  private enum Place {
    SIZE,
    SIZE_FEED,
    DATA,
    RETURN,
    FEED,
    ODD,
    ODD_FEED,
    BROKEN;

    boolean isOdd() {
      return this == ODD || this == ODD_FEED;
    }

    boolean ends() {
      return isOdd() || this == BROKEN;
    }
  }
}
