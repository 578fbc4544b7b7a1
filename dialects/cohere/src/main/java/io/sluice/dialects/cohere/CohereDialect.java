package io.sluice.dialects.cohere;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Optional;

/**
 * The dialect of Cohere's chat, version 2. Stateless and thread-safe.
 *
 * <p>Why a model calls tools is neither text nor reasoning here: it is kept in the message as
 * {@code tool_plan}, and sent back with the calls. Citations are in {@code annotations}; the
 * server's word for the end stays in the choice, as {@code native_finish_reason}.
 */
public final class CohereDialect implements Dialect {

  static final String NAME = "cohere";

  private static final DialectDefaults DEFAULTS =
      DialectDefaults.of(NAME)
          .keyedBy("CO_API_KEY", "COHERE_API_KEY")
          .at("https://api.cohere.com/v2")
          .asking("command-a-03-2025");

  private final HttpRefusal refusal =
      new HttpRefusal(Clock.systemUTC(), DEFAULTS, "x-debug-trace-id");

  /** Creates the dialect. */
  public CohereDialect() {}

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
    String body = RequestBody.write(request, options.form());
    URI uri = URI.create(endpoint.baseUrl() + "/chat");
    return HttpCall.post(uri, endpoint.keyHeader("Authorization"), options.form(), body);
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(CohereDialect::modelsCall);
  }

  /** The list is a part of the first version of the API alone. */
  private static HttpCall modelsCall(Endpoint endpoint, Optional<String> after) {
    String base = endpoint.baseUrl().toString().replaceFirst("/v2$", "/v1");
    String page = after.map(last -> "&page_token=" + URLEncoder.encode(last, UTF_8)).orElse("");
    URI uri = URI.create(base + "/models?endpoint=chat&page_size=1000" + page);
    return HttpCall.get(uri, endpoint.keyHeader("Authorization"));
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.COHERE.begins(start);
  }

  @Override
  public Reader reader() {
    return new MessageReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }
}
