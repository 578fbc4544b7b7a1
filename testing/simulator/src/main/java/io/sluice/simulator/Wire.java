package io.sluice.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.sluice.simulator.script.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Encodes an answer as bytes of HTTP/1.1. It does not use Netty's encoder, which would refuse a
 * malformed answer.
 */
final class Wire {
  private static final byte[] BREAK = {'\r', '\n'};

  private Wire() {}

  static ByteBuf head(Step.Head head) {
    var text = new StringBuilder("HTTP/1.1 ");
    text.append(HttpResponseStatus.valueOf(head.status())).append("\r\n");
    head.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return ascii(text.append("\r\n").toString());
  }

  /** Encodes a part of the body as one chunk of the chunked transfer coding. */
  static ByteBuf chunk(ByteBuffer bytes) {
    ByteBuf size = ascii(Integer.toHexString(bytes.remaining()) + "\r\n");
    return Unpooled.wrappedBuffer(size, plain(bytes), Unpooled.wrappedBuffer(BREAK));
  }

  static ByteBuf lastChunk() {
    return ascii("0\r\n\r\n");
  }

  static ByteBuf plain(ByteBuffer bytes) {
    return Unpooled.wrappedBuffer(bytes.duplicate());
  }

  private static ByteBuf ascii(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
