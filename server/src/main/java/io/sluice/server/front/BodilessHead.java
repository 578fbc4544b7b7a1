package io.sluice.server.front;

import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** The head of an answer without a body, whatever its fields say of one. */
final class BodilessHead extends DefaultHttpResponse {

  BodilessHead(HttpResponseStatus status, HttpHeaders fields) {
    super(HttpVersion.HTTP_1_1, status, fields);
  }
}
