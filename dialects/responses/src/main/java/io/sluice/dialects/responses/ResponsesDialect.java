package io.sluice.dialects.responses;

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
 * The dialect of OpenAI's Responses API, which Azure, OpenRouter and xAI also serve. Stateless and
 * thread-safe.
 *
 * <p>An answer's items become a message: what is said is its text, function calls are its tool
 * calls, and every other item (reasoning, the provider's own tools) is kept whole in the message's
 * {@code content_parts}. {@code content_order} records the order of all, so that an answer can be
 * sent back as it was. The server's word for the end stays in the choice, as {@code status} and
 * {@code incomplete_details}.
 *
 * <p>If a request has a {@code previous_response_id} or a {@code conversation}, the server knows
 * the messages up to the last answer, and only the later ones are sent.
 */
public final class ResponsesDialect implements Dialect {

  static final String NAME = "responses";

  private static final DialectDefaults DEFAULTS =
      DialectDefaults.of("openai").at("https://api.openai.com/v1").asking("gpt-4o-mini");

  private final HttpRefusal refusal = new HttpRefusal(Clock.systemUTC(), DEFAULTS, "x-request-id");

  /** Creates the dialect. */
  public ResponsesDialect() {}

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
    URI uri = URI.create(endpoint.baseUrl() + "/responses");
    return HttpCall.post(uri, endpoint.keyHeader("Authorization"), options.form(), body);
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(ResponsesDialect::modelsCall);
  }

  private static HttpCall modelsCall(Endpoint endpoint, Optional<String> after) {
    String query = after.map(last -> "?after=" + URLEncoder.encode(last, UTF_8)).orElse("");
    URI uri = URI.create(endpoint.baseUrl() + "/models" + query);
    return HttpCall.get(uri, endpoint.keyHeader("Authorization"));
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.RESPONSES.begins(start);
  }

  @Override
  public Reader reader() {
    return new ResponseReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }
}
