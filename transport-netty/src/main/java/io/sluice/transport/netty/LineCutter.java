package io.sluice.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.ByteProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines that end with LF, CRLF or a lone CR, wherever the reads were cut, and notes
 * each line's first colon on the way: every byte is looked at once. Only a line that spans reads is
 * copied. Mutable; for one thread. Owns a buffer: {@link #release()}.
 */
final class LineCutter {

  private static final ByteProcessor UNTIL_COLON_OR_END =
      value -> value != ':' && value != '\n' && value != '\r';

  private final ByteBufAllocator allocator;
  private final int longest;
  private @Nullable ByteBuf begun;
  private int colon = -1;
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
    int at = start;
    while (at < end) {
      int found = find(bytes, at, end);
      if (found < 0) {
        break;
      }
      byte value = bytes.getByte(found);
      if (value == ':') {
        colon = begunLength() + found - start;
        at = found + 1;
      } else {
        emit(bytes, start, found, reader);
        at = afterLineEnd(bytes, found, end);
        start = at;
      }
    }
    keep(bytes, start, end);
  }

  /** Hands over the line that was begun and never ended, if any. */
  void finish(LineReader reader) {
    ByteBuf line = begun;
    if (line != null && line.isReadable()) {
      reader.line(line, 0, line.writerIndex(), colon);
    }
    forget();
  }

  void release() {
    if (begun != null) {
      begun.release();
      begun = null;
    }
  }

  private int find(ByteBuf bytes, int at, int end) {
    ByteProcessor until = colon < 0 ? UNTIL_COLON_OR_END : ByteProcessor.FIND_CRLF;
    return bytes.forEachByte(at, end - at, until);
  }

  private int withoutSecondHalfOfLineEnd(ByteBuf bytes) {
    int start = bytes.readerIndex();
    if (afterReturn && bytes.isReadable()) {
      afterReturn = false;
      return bytes.getByte(start) == '\n' ? start + 1 : start;
    }
    return start;
  }

  private int afterLineEnd(ByteBuf bytes, int found, int end) {
    if (bytes.getByte(found) == '\n') {
      return found + 1;
    }
    afterReturn = found + 1 == end;
    boolean pair = !afterReturn && bytes.getByte(found + 1) == '\n';
    return pair ? found + 2 : found + 1;
  }

  private void emit(ByteBuf bytes, int from, int to, LineReader reader) {
    if (begunLength() == 0) {
      check(to - from);
      reader.line(bytes, from, to, colon);
      colon = -1;
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
    colon = -1;
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
     * @param colon the offset of its first colon from {@code from}, or -1
     */
    void line(ByteBuf bytes, int from, int to, int colon);
  }
}
