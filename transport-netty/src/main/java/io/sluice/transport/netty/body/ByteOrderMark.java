package io.sluice.transport.netty.body;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/**
 * Strips the byte order mark that may stand at the beginning of a stream, also when reads split it.
 * Mutable; for one thread.
 */
final class ByteOrderMark {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The number of bytes of the mark that were seen; its length once the beginning is past. */
  private int seen;

  /** Whether the beginning is past, so that there is nothing left to strip. */
  boolean isPast() {
    return seen == MARK.length;
  }

  /**
   * Passes on everything but the mark. Bytes that only looked like its beginning are passed on
   * first.
   */
  void strip(ByteBuf bytes, Consumer<ByteBuf> rest) {
    int before = seen;
    while (seen < MARK.length && bytes.isReadable()) {
      if (bytes.getByte(bytes.readerIndex()) != MARK[seen]) {
        giveBack(bytes, before, rest);
        seen = MARK.length;
        return;
      }
      bytes.skipBytes(1);
      seen++;
    }
    rest.accept(bytes);
  }

  private void giveBack(ByteBuf bytes, int before, Consumer<ByteBuf> rest) {
    if (before > 0) {
      rest.accept(Unpooled.wrappedBuffer(MARK, 0, before));
    }
    bytes.readerIndex(bytes.readerIndex() - (seen - before));
    rest.accept(bytes);
  }
}
