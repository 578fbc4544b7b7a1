package io.sluice.server.front;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.sluice.server.limits.Limits;

/**
 * Reads requests. One that gives its length twice, in two ways, is malformed: a server in front of
 * this one might see another request in it.
 */
final class RequestDecoder extends HttpRequestDecoder {

  RequestDecoder(Limits limits) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(limits.requestLine())
            .setMaxHeaderSize(limits.headerBytes()));
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
