package io.sluice.server.front;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.server.http.Reply;
import io.sluice.text.HeaderField;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The head of a reply: its own fields, those of every reply, and those that frame the body. */
final class ReplyHead {

  private static final int NO_CONTENT = 204;

  private ReplyHead() {}

  static HttpResponse of(Reply reply, List<HeaderField> more, Connectedness after, int length) {
    var head =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
    head.headers()
        .set("Server", "sluice")
        .set(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)))
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Cache-Control", "no-store");
    reply.headers().forEach(field -> head.headers().set(field.name(), field.value()));
    more.forEach(field -> head.headers().add(field.name(), field.value()));
    frame(head, reply, after, length);
    return head;
  }

  private static void frame(HttpResponse head, Reply reply, Connectedness after, int length) {
    if (reply.stream().isEmpty()) {
      if (reply.status() != NO_CONTENT) {
        head.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, length);
      }
    } else if (after != Connectedness.ENDS_THE_BODY) {
      HttpUtil.setTransferEncodingChunked(head, true);
    }
    if (after != Connectedness.KEPT) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  /** What becomes of the connection after a reply. */
  enum Connectedness {
    /** It waits for the next request. */
    KEPT,
    /** It is closed. */
    CLOSED,
    /** It is closed, and by that an old client sees where the body ends. */
    ENDS_THE_BODY
  }
}
