package io.sluice.transport.netty;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.sluice.transport.netty.call.RequestMessage;
import io.sluice.transport.netty.connect.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request on its way, of which a short body is kept until its answer begins, so that it can be
 * sent once more. Confined to its event loop.
 */
final class SentPieces {

  /** A longer body is sent on a new connection, which no server is about to close. */
  private static final long MOST_KEPT = 64 * 1024;

  private final HttpRequest head;
  private final List<HttpContent> kept = new ArrayList<>();
  private boolean repeatable;

  SentPieces(HttpRequest head) {
    this.head = head;
    this.repeatable =
        !HttpUtil.isTransferEncodingChunked(head)
            && HttpUtil.getContentLength(head, 0L) <= MOST_KEPT;
  }

  /** Whether everything that was sent could be sent again. */
  boolean mayBeRepeated() {
    return repeatable;
  }

  boolean isHeadOnly() {
    return head.method().equals(HttpMethod.HEAD);
  }

  /** Keeps a piece, if it may have to be repeated. */
  void add(HttpContent piece) {
    if (repeatable) {
      kept.add(piece.retainedDuplicate());
    }
  }

  /** What was sent before, to be sent again; each is released by that. */
  List<HttpContent> repeated() {
    List<HttpContent> again = List.copyOf(kept);
    kept.clear();
    return again;
  }

  /** Nothing is sent again. */
  void forget() {
    repeatable = false;
    kept.forEach(ReferenceCountUtil::release);
    kept.clear();
  }

  /** The head as it is written to a connection: the server's own host, and what a proxy needs. */
  HttpRequest message(Connection connection) {
    String place = RequestMessage.target(connection, head.uri());
    var message = new DefaultHttpRequest(HttpVersion.HTTP_1_1, head.method(), place);
    HttpHeaders fields = message.headers();
    String host = connection.target().hostField();
    for (Map.Entry<String, String> field : head.headers()) {
      boolean ours = HttpHeaderNames.HOST.contentEqualsIgnoreCase(field.getKey());
      fields.add(field.getKey(), ours ? host : field.getValue());
    }
    if (!fields.contains(HttpHeaderNames.HOST)) {
      fields.set(HttpHeaderNames.HOST, host);
    }
    connection.asks().ifPresent(proxy -> proxy.fields().forEach(fields::set));
    return message;
  }
}
