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

/** An {@link HttpCall} as the message that is written to a connection. */
public final class RequestMessage {

  private RequestMessage() {}

  /**
   * The message. No encoding is offered: a gateway that packs a stream delivers it at its end. No
   * upgrade is either: some servers stumble over it.
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

  /** RFC 9112, 3.2: the whole URL to a proxy that is asked for it, else path and query. */
  private static String target(HttpCall call, Connection connection) {
    URI uri = call.uri();
    if (connection.asks().isPresent()) {
      return uri.toString();
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
