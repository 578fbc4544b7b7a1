package io.sluice.transport.netty.call;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.transport.netty.connect.Connection;
import io.sluice.transport.netty.route.Target;
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
            target(connection, path(call.uri())),
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
   * The target of a request (RFC 9112, 3.2): the whole URL for a proxy that forwards it, otherwise
   * the path.
   *
   * @param path the path on the server, with its query
   */
  public static String target(Connection connection, String path) {
    if (connection.asks().isEmpty()) {
      return path;
    }
    Target server = connection.target();
    String scheme = server.secure() == Target.Security.TLS ? "https://" : "http://";
    return scheme + server.hostField() + path;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
