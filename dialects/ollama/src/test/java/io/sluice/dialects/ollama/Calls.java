package io.sluice.dialects.ollama;

import io.sluice.chat.ChatRequest;
import io.sluice.json.Utf8;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;

/** The calls that requests become. */
final class Calls {

  private static final Endpoint SERVER = Endpoint.of("https://a.example/v1").withKey("secret-1");

  private Calls() {}

  static HttpCall streamed(ChatRequest request) {
    return new OllamaDialect().call(SERVER, request, StreamOptions.defaults());
  }

  /** The body, with single quotes for double ones. */
  static String body(ChatRequest request) {
    return Utf8.decode(streamed(request).body()).replace('"', '\'');
  }
}
