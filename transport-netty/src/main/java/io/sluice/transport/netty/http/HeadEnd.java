package io.sluice.transport.netty.http;

import io.netty.buffer.ByteBuf;

/**
 * Looks for the end of an HTTP head: an empty line, ended by LF or CRLF as lenient readers take
 * them (RFC 9112, section 2.2). Mutable; for one thread.
 */
final class HeadEnd {

  private boolean lineIsEmpty = true;

  /**
   * How many of the readable bytes belong to the head: up to its end, or all of them. To be asked
   * once for each byte.
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
