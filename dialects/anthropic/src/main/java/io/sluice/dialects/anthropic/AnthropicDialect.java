package io.sluice.dialects.anthropic;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The dialect of Anthropic's Messages API (version 2023-06-01). Stateless and thread-safe.
 *
 * <p>Requests and answers use the terms of {@code io.sluice.chat}: stop reasons become the finish
 * reasons with the same meaning, and Anthropic's own value is kept in the choice as {@code
 * stop_reason}. Content that is neither text nor a call of the caller's tools (signed thinking,
 * tools that the server runs, blocks of later versions) is kept complete in the message's {@code
 * content_parts}, and citations in its {@code annotations}; a message that holds them can be sent
 * again. A block of this kind that is still open when its stream breaks is kept with a member
 * {@code "unfinished": true}, and is never sent again. If no event is left to hold it, the reader
 * adds a chunk of its own, whose JSON has the type {@code sluice_unfinished}.
 *
 * <p>When an answer of another dialect is sent again, content that only that dialect's server
 * understands is left out, so that a conversation can be continued here. In the caller's own
 * messages such content is refused.
 *
 * <p>A request without a limit on its answer asks for at most {@value RequestBody#MAX_TOKENS}
 * tokens, because Anthropic requires a limit and every model of theirs can produce that many.
 */
public final class AnthropicDialect implements Dialect {

  static final String NAME = "anthropic";

  private static final DialectDefaults HOME =
      DialectDefaults.of(NAME).at("https://api.anthropic.com/v1").asking("claude-haiku-4-5");

  /** The most models that the server puts on one page. */
  private static final int LONGEST_PAGE = 1000;

  private final HttpRefusal refusal;

  /** Creates the dialect. */
  public AnthropicDialect() {
    refusal = new HttpRefusal(Clock.systemUTC(), HOME, "request-id");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DialectDefaults defaults() {
    return HOME;
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    String body = RequestBody.write(request, options.form());
    URI uri = URI.create(endpoint.baseUrl() + "/messages");
    return HttpCall.post(uri, headers(endpoint), options.form(), body);
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(AnthropicDialect::modelsCall);
  }

  private static HttpCall modelsCall(Endpoint endpoint, Optional<String> after) {
    String behind = after.map(last -> "&after_id=" + URLEncoder.encode(last, UTF_8)).orElse("");
    URI uri = URI.create(endpoint.baseUrl() + "/models?limit=" + LONGEST_PAGE + behind);
    return HttpCall.get(uri, headers(endpoint));
  }

  private static Map<String, String> headers(Endpoint endpoint) {
    var headers = new LinkedHashMap<>(endpoint.keyHeader("x-api-key"));
    headers.put("anthropic-version", "2023-06-01");
    return headers;
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.ANTHROPIC.begins(start);
  }

  @Override
  public Reader reader() {
    return new MessagesReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }
}
