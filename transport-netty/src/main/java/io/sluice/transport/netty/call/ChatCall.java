package io.sluice.transport.netty.call;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.body.DecoderChoice;
import io.sluice.transport.netty.mask.Redaction;
import io.sluice.transport.netty.route.Target;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;

/**
 * A request with its endpoint and its dialect.
 *
 * @param endpoint the server
 * @param redaction keeps the endpoint's key out of everything the server sends
 * @param dialect the dialect that request and answer are written in
 * @param request the request
 */
public record ChatCall(
    Endpoint endpoint, Redaction redaction, Dialect dialect, ChatRequest request) {

  HttpCall call(StreamOptions options) {
    return dialect.wholeCall(endpoint, request, options);
  }

  /** The same call with another key, which its redaction masks. */
  ChatCall keyed(Endpoint other) {
    return other.equals(endpoint)
        ? this
        : new ChatCall(other, new Redaction(other), dialect, request);
  }

  /** The same call with another request. */
  ChatCall asking(ChatRequest other) {
    return new ChatCall(endpoint, redaction, dialect, other);
  }

  Target target() {
    return Target.of(endpoint.baseUrl());
  }

  DecoderChoice decoder() {
    return DecoderChoice.of(dialect);
  }
}
