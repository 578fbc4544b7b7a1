package io.sluice.server.front;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.sluice.text.HeaderField;
import java.util.List;

/**
 * What of the head of a relayed request counts for its answer.
 *
 * @param head the head
 * @param shared the fields by which browsers show the answer to the page that asked
 */
record RelayedHead(HttpRequest head, List<HeaderField> shared) {

  /** Whether the client knows neither chunks nor informational answers. */
  boolean isOld() {
    return head.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0;
  }

  /** Lets the page that asked read an answer with these fields, if a page did. */
  void share(HttpHeaders fields) {
    if (!head.headers().contains(HttpHeaderNames.ORIGIN)) {
      return;
    }
    fields.remove(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS);
    for (HeaderField field : shared) {
      if (HttpHeaderNames.VARY.contentEqualsIgnoreCase(field.name())) {
        fields.add(field.name(), field.value());
      } else {
        fields.set(field.name(), field.value());
      }
    }
  }

  /** Whether an answer with this status has no body. */
  boolean isAnsweredWithoutBody(HttpResponseStatus status) {
    return head.method().equals(HttpMethod.HEAD)
        || status.code() == HttpResponseStatus.NO_CONTENT.code()
        || status.code() == HttpResponseStatus.NOT_MODIFIED.code();
  }
}
