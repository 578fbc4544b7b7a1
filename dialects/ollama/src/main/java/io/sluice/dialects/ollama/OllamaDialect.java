package io.sluice.dialects.ollama;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Framing;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import io.sluice.wire.HttpRefusal;
import io.sluice.wire.ModelListing;
import io.sluice.wire.WireFormat;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * The dialect of Ollama's own API. Stateless and thread-safe.
 *
 * <p>A request with {@code suffix}, {@code raw} or {@code context} is a bare prompt and goes to
 * {@code /api/generate}; every other one goes to {@code /api/chat}. The base URL has no {@code
 * /v1}. The server's word for the end stays in the choice, as {@code done_reason}; figures that it
 * leaves out are unknown and not 0.
 */
public final class OllamaDialect implements Dialect {

  static final String NAME = "ollama";

  private static final DialectDefaults DEFAULTS =
      DialectDefaults.of(NAME)
          .locatedBy(
              new DialectDefaults.UrlVariable("OLLAMA_HOST", "http://{}:11434"),
              DialectDefaults.UrlVariable.of("OLLAMA_BASE_URL"))
          .at("http://localhost:11434");

  private final HttpRefusal refusal = new HttpRefusal(Clock.systemUTC(), DEFAULTS, "x-request-id");

  /** Creates the dialect. */
  public OllamaDialect() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DialectDefaults defaults() {
    return DEFAULTS;
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    String path = PromptBody.isOne(request) ? "/api/generate" : "/api/chat";
    return HttpCall.post(
        URI.create(endpoint.baseUrl() + path),
        endpoint.keyHeader("Authorization"),
        Framing.NDJSON,
        options.form(),
        RequestBody.write(request, options.form()));
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(
        (endpoint, after) ->
            HttpCall.get(
                URI.create(endpoint.baseUrl() + "/api/tags"), endpoint.keyHeader("Authorization")));
  }

  @Override
  public Framing framing() {
    return Framing.NDJSON;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.OLLAMA.begins(start);
  }

  @Override
  public Reader reader() {
    return new LineReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }
}
