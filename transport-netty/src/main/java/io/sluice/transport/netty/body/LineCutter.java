package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.TooLongFrameException;
import java.util.Arrays;

/**
 * Cuts bytes into lines that end with LF, CRLF or a lone CR, wherever the reads split them. Only a
 * line that spans reads is copied. Mutable; for one thread.
 */
final class LineCutter {

  private static final int USUAL = 256;

  private static final byte[] NOTHING = {};

  private final int longest;
  private byte[] begun = NOTHING;
  private int begunLength;
  private boolean afterReturn;

  LineCutter(int longest) {
    this.longest = longest;
  }

  /**
   * Passes each line that ends in {@code bytes} to {@code reader}; keeps the rest for the next
   * call.
   *
   * @throws TooLongFrameException if a line is longer than the bound
   */
  void cut(ByteBuf bytes, LineReader reader) {
    int length = bytes.readableBytes();
    if (bytes.hasArray()) {
      int start = bytes.arrayOffset() + bytes.readerIndex();
      cut(bytes.array(), start, start + length, reader);
    } else {
      byte[] copy = new byte[length];
      bytes.getBytes(bytes.readerIndex(), copy);
      cut(copy, 0, length, reader);
    }
  }

  /** Passes on a last line that has no line end, if there is one. */
  void finish(LineReader reader) {
    byte[] line = begun;
    int length = begunLength;
    begun = NOTHING;
    begunLength = 0;
    if (length > 0) {
      reader.line(line, 0, length);
    }
  }

  private void cut(byte[] bytes, int first, int end, LineReader reader) {
    int start = withoutSecondHalfOfLineEnd(bytes, first, end);
    int lineEnd = LineEnds.next(bytes, start, end);
    while (lineEnd < end) {
      emit(bytes, start, lineEnd, reader);
      start = afterLineEnd(bytes, lineEnd, end);
      lineEnd = LineEnds.next(bytes, start, end);
    }
    keep(bytes, start, end);
  }

  private int withoutSecondHalfOfLineEnd(byte[] bytes, int start, int end) {
    if (afterReturn && start < end) {
      afterReturn = false;
      return bytes[start] == '\n' ? start + 1 : start;
    }
    return start;
  }

  private int afterLineEnd(byte[] bytes, int found, int end) {
    if (bytes[found] == '\n') {
      return found + 1;
    }
    afterReturn = found + 1 == end;
    boolean pair = !afterReturn && bytes[found + 1] == '\n';
    return pair ? found + 2 : found + 1;
  }

  private void emit(byte[] bytes, int from, int to, LineReader reader) {
    if (begunLength == 0) {
      check(to - from);
      reader.line(bytes, from, to);
      return;
    }
    keep(bytes, from, to);
    finish(reader);
  }

  private void keep(byte[] bytes, int from, int to) {
    int more = to - from;
    if (more == 0) {
      return;
    }
    check((long) begunLength + more);
    if (begun.length < begunLength + more) {
      begun = Arrays.copyOf(begun, Math.max(Math.max(USUAL, begunLength + more), 2 * begunLength));
    }
    System.arraycopy(bytes, from, begun, begunLength, more);
    begunLength += more;
  }

  private void check(long length) {
    if (length > longest) {
      throw new TooLongFrameException("a line of the stream is longer than " + longest + " bytes");
    }
  }

  /** Takes one line. */
  @FunctionalInterface
  interface LineReader {

    /**
     * Takes a line without its end.
     *
     * @param bytes contain the line; lent only until the cutting of these bytes is over
     * @param from its first byte's index
     * @param to the index after its last byte
     */
    void line(byte[] bytes, int from, int to);
  }
}
