package io.sluice.server.front;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Writes answers; of those without a body it does not frame one. */
final class AnswerEncoder extends HttpResponseEncoder {

  @Override
  protected boolean isContentAlwaysEmpty(HttpResponse head) {
    return head instanceof BodilessHead || super.isContentAlwaysEmpty(head);
  }
}
