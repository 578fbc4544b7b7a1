package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.TooLongFrameException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines that end with LF, CRLF or a lone CR, wherever the reads were cut. Both ends
 * are looked for by Netty's search, which compares eight bytes at a time, and each anew only once
 * it was passed: every byte is looked at twice, however the lines end. Only a line that spans reads
 * is copied. Mutable; for one thread. Owns a buffer: {@link #release()}.
 */
final class LineCutter {

  private static final byte LF = '\n';
  private static final byte CR = '\r';

  private final ByteBufAllocator allocator;
  private final int longest;
  private @Nullable ByteBuf begun;
  private boolean afterReturn;

  LineCutter(ByteBufAllocator allocator, int longest) {
    this.allocator = allocator;
    this.longest = longest;
  }

  /**
   * Hands each line that ends in {@code bytes} to {@code reader}; keeps the rest for the next call.
   *
   * @throws TooLongFrameException if a line is longer than the bound
   */
  void cut(ByteBuf bytes, LineReader reader) {
    int end = bytes.writerIndex();
    int start = withoutSecondHalfOfLineEnd(bytes);
    int feed = next(LF, bytes, start, end);
    int carriageReturn = next(CR, bytes, start, end);
    while (feed < end || carriageReturn < end) {
      int lineEnd = Math.min(feed, carriageReturn);
      emit(bytes, start, lineEnd, reader);
      start = afterLineEnd(bytes, lineEnd, end);
      feed = feed < start ? next(LF, bytes, start, end) : feed;
      carriageReturn = carriageReturn < start ? next(CR, bytes, start, end) : carriageReturn;
    }
    keep(bytes, start, end);
  }

  /** Hands over the line that was begun and never ended, if any. */
  void finish(LineReader reader) {
    ByteBuf line = begun;
    if (line != null && line.isReadable()) {
      reader.line(line, 0, line.writerIndex());
    }
    forget();
  }

  void release() {
    if (begun != null) {
      begun.release();
      begun = null;
    }
  }

  /** Where that byte stands next; {@code end} if nowhere. */
  private static int next(byte value, ByteBuf bytes, int start, int end) {
    int found = bytes.indexOf(start, end, value);
    return found < 0 ? end : found;
  }

  private int withoutSecondHalfOfLineEnd(ByteBuf bytes) {
    int start = bytes.readerIndex();
    if (afterReturn && bytes.isReadable()) {
      afterReturn = false;
      return bytes.getByte(start) == LF ? start + 1 : start;
    }
    return start;
  }

  private int afterLineEnd(ByteBuf bytes, int found, int end) {
    if (bytes.getByte(found) == LF) {
      return found + 1;
    }
    afterReturn = found + 1 == end;
    boolean pair = !afterReturn && bytes.getByte(found + 1) == LF;
    return pair ? found + 2 : found + 1;
  }

  private void emit(ByteBuf bytes, int from, int to, LineReader reader) {
    if (begunLength() == 0) {
      check(to - from);
      reader.line(bytes, from, to);
      return;
    }
    keep(bytes, from, to);
    finish(reader);
  }

  private void keep(ByteBuf bytes, int from, int to) {
    if (from == to) {
      return;
    }
    check((long) begunLength() + to - from);
    if (begun == null) {
      begun = allocator.buffer(Math.max(256, to - from));
    }
    begun.writeBytes(bytes, from, to - from);
  }

  private void check(long length) {
    if (length > longest) {
      throw new TooLongFrameException("a line of the stream is longer than " + longest + " bytes");
    }
  }

  private int begunLength() {
    return begun == null ? 0 : begun.writerIndex();
  }

  /** Lines that span reads are rare and short but for a few: a large buffer is not kept. */
  private void forget() {
    if (begun != null && begun.capacity() > 64 * 1024) {
      release();
    } else if (begun != null) {
      begun.clear();
    }
  }

  /** Takes one line. */
  @FunctionalInterface
  interface LineReader {

    /**
     * A line without its end.
     *
     * @param bytes where it stands; lent for this call
     * @param from its first byte's index
     * @param to the index after its last byte
     */
    void line(ByteBuf bytes, int from, int to);
  }
}
