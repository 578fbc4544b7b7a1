package io.sluice.server.front;

import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Request;
import io.sluice.server.limits.Limits;
import java.net.InetSocketAddress;

/** Turns the head of a request, as it was decoded, into a request, or refuses it. */
final class RequestHead {

  private RequestHead() {}

  /**
   * The request of a head.
   *
   * @throws Refusal if the head is malformed, too large, or asks for what a proxy does
   */
  static Request read(HttpRequest head, Channel channel, Limits limits) {
    if (head.decoderResult().isFailure()) {
      throw undecodable(head.decoderResult().cause(), limits);
    }
    if (head.headers().size() > limits.headerFields()) {
      throw new Refusal(
          431,
          "too_many_headers",
          "the request has more than " + limits.headerFields() + " headers");
    }
    refuseOldChunks(head);
    refuseProxying(head);
    String method = head.method().equals(HttpMethod.HEAD) ? "GET" : head.method().name();
    Request.Builder request = Request.builder(method, head.uri()).address(address(channel));
    head.headers().forEach(field -> request.header(field.getKey(), field.getValue()));
    return request.build();
  }

  private static String address(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : "";
  }

  private static Refusal undecodable(Throwable cause, Limits limits) {
    if (cause instanceof TooLongHttpLineException) {
      return new Refusal(
          414,
          "line_too_long",
          "the request line is longer than " + limits.requestLine() + " bytes");
    }
    if (cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException) {
      return new Refusal(
          431, "headers_too_long", "the headers have more than " + limits.headerBytes() + " bytes");
    }
    return Refusal.badRequest("the request is no valid HTTP/1.1");
  }

  private static void refuseOldChunks(HttpRequest head) {
    if (head.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0
        && head.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      throw Refusal.badRequest("HTTP/1.0 has no chunks; send Content-Length, or use HTTP/1.1");
    }
  }

  private static void refuseProxying(HttpRequest head) {
    if (head.method().equals(HttpMethod.CONNECT) || head.method().equals(HttpMethod.TRACE)) {
      throw new Refusal(
          405,
          "no_proxy",
          "the method " + head.method() + " is not served: this is no forward proxy");
    }
    if (!head.uri().startsWith("/")) {
      throw Refusal.badRequest(
          "the request names a whole URL: this is no forward proxy; send a path");
    }
  }
}
