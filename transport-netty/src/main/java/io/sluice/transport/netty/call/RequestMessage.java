package io.sluice.transport.netty.call;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.wire.HttpCall;
import java.net.URI;

/** Builds the HTTP message that is written to a connection for an {@link HttpCall}. */
public final class RequestMessage {

  private RequestMessage() {}

  /**
   * Builds the message. It offers no content encoding, since a gateway that compresses a stream
   * delivers it only at its end. It offers no upgrade, since some servers fail on it.
   */
  public static FullHttpRequest of(HttpCall call, Connection connection) {
    var body = Unpooled.wrappedBuffer(call.body());
    var message =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(call.method()),
            target(call, connection),
            body);
    message.headers().set(HttpHeaderNames.HOST, connection.target().hostField());
    call.headers().forEach(message.headers()::set);
    connection.asks().ifPresent(proxy -> proxy.fields().forEach(message.headers()::set));
    if (body.isReadable()) {
      message.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    }
    return message;
  }

  /**
   * RFC 9112, 3.2: the whole URL for a proxy that forwards the request, otherwise path and query.
   */
  private static String target(HttpCall call, Connection connection) {
    URI uri = call.uri();
    if (connection.asks().isPresent()) {
      return uri.toString();
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
