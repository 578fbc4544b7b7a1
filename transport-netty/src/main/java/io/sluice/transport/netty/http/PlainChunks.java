package io.sluice.transport.netty.http;

import java.util.Locale;

/**
 * Removes the framing of a chunked body (RFC 9112, section 7.1) as long as it is plain: sizes of
 * digits only, and lines that end with CRLF. At any other line between two chunks, which includes
 * the last chunk, it stops, and the HTTP decoder continues from there. Mutable; for one thread.
 */
final class PlainChunks {

  /** A chunk of 256 MiB or more is not plain. */
  private static final int MOST_DIGITS = 7;

  private Place place = Place.SIZE;
  private int digits;
  private int size;
  private int at;

  /** Starts at the beginning of a body. */
  PlainChunks() {}

  /**
   * Reads on, and moves the data of the chunks together, beginning at {@code start}.
   *
   * @param bytes hold the received bytes from {@code start} up to {@code end}
   * @return the index behind the data
   */
  int take(byte[] bytes, int start, int end) {
    // In local variables, since storing a reference in an old object costs more than reading a
    // byte.
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
        from += next.isOdd() ? 0 : 1; // An odd byte is left in place.
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

  /** Whether it stopped at a line that it does not read. */
  boolean isOdd() {
    return place.isOdd();
  }

  /** Whether a line end is missing after a chunk's data. */
  boolean isBroken() {
    return place == Place.BROKEN;
  }

  /** The part of the odd line that was already read. */
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

  /** The meaning of the next byte, or the reason why reading stopped. */
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
