package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  /** At the beginning of a body. */
  PlainChunks() {}

  /**
   * Reads on, and moves the reader index behind what was read.
   *
   * @return the data of the chunks in {@code bytes}, to be released by the caller; null if none is
   *     there
   */
  @Nullable ByteBuf take(ByteBuf bytes, ByteBufAllocator allocator) {
    var data = new Pieces(bytes, allocator);
    while (bytes.isReadable() && !isOdd() && !isBroken()) {
      step(bytes, data);
    }
    return data.joined();
  }

  /** Whether it has come upon a line that it does not read. */
  boolean isOdd() {
    return place == Place.ODD || place == Place.ODD_FEED;
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

  private void step(ByteBuf bytes, Pieces data) {
    switch (place) {
      case SIZE -> size(bytes);
      case SIZE_FEED -> sizeFeed(bytes);
      case DATA -> {
        int length = Math.min(size, bytes.readableBytes());
        data.add(bytes.readerIndex(), length);
        bytes.skipBytes(length);
        size -= length;
        place = size == 0 ? Place.RETURN : Place.DATA;
      }
      case RETURN -> place = bytes.readByte() == '\r' ? Place.FEED : Place.BROKEN;
      case FEED -> {
        place = bytes.readByte() == '\n' ? Place.SIZE : Place.BROKEN;
        digits = 0;
      }
      case ODD, ODD_FEED, BROKEN -> throw new IllegalStateException("nothing more is read");
    }
  }

  private void size(ByteBuf bytes) {
    byte value = next(bytes);
    int digit = Character.digit(value, 16);
    if (digit >= 0 && digits < MOST_DIGITS) {
      size = size << 4 | digit;
      digits++;
      bytes.skipBytes(1);
    } else if (value == '\r' && digits > 0) {
      place = Place.SIZE_FEED;
      bytes.skipBytes(1);
    } else {
      place = Place.ODD;
    }
  }

  private void sizeFeed(ByteBuf bytes) {
    if (size > 0 && next(bytes) == '\n') {
      place = Place.DATA;
      bytes.skipBytes(1);
    } else {
      place = Place.ODD_FEED;
    }
  }

  private static byte next(ByteBuf bytes) {
    return bytes.getByte(bytes.readerIndex());
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
    BROKEN
  }

  /** Stretches of one buffer, copied only where there are several. */
  private static final class Pieces {

    private final ByteBuf bytes;
    private final ByteBufAllocator allocator;
    private int from;
    private int length;
    private @Nullable ByteBuf copied;

    Pieces(ByteBuf bytes, ByteBufAllocator allocator) {
      this.bytes = bytes;
      this.allocator = allocator;
    }

    void add(int start, int more) {
      if (length == 0) {
        from = start;
        length = more;
        return;
      }
      if (copied == null) {
        copied = allocator.heapBuffer(length + bytes.writerIndex() - start);
        copied.writeBytes(bytes, from, length);
      }
      copied.writeBytes(bytes, start, more);
    }

    @Nullable ByteBuf joined() {
      if (copied != null) {
        return copied;
      }
      return length == 0 ? null : bytes.retainedSlice(from, length);
    }
  }
}
