package io.sluice.transport.netty.http;

import io.netty.buffer.ByteBuf;

/**
 * Finds the end of an HTTP head: an empty line, ended by LF or CRLF as lenient readers accept (RFC
 * 9112, section 2.2). Mutable; for one thread.
 */
final class HeadEnd {

  private boolean lineIsEmpty = true;

  /**
   * The number of readable bytes that belong to the head: up to its end, or all. Each byte must be
   * passed only once.
   */
  int lengthIn(ByteBuf bytes) {
    int start = bytes.readerIndex();
    for (int at = start; at < bytes.writerIndex(); at++) {
      byte value = bytes.getByte(at);
      if (value == '\n' && lineIsEmpty) {
        return at + 1 - start;
      }
      lineIsEmpty = value == '\n' || (value == '\r' && lineIsEmpty);
    }
    return bytes.readableBytes();
  }
}
