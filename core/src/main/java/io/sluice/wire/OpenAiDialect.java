package io.sluice.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.ChunkReaders;
import io.sluice.json.JsonWriter;
import io.sluice.json.MaxTokensName;
import io.sluice.json.RequestJson;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * OpenAI's chat completions, including the variations of other servers with the same API.
 * Thread-safe, and stateless except for parsers that its readers share.
 */
public final class OpenAiDialect implements Dialect {

  private final HttpRefusal refusal;
  private final ChunkReaders readers = new ChunkReaders();

  /** Creates the dialect. */
  public OpenAiDialect() {
    this(Clock.systemUTC());
  }

  OpenAiDialect(Clock clock) {
    refusal = new HttpRefusal(clock, DialectDefaults.OPENAI, "x-request-id");
  }

  @Override
  public String name() {
    return DialectDefaults.OPENAI_NAME;
  }

  @Override
  public DialectDefaults defaults() {
    return DialectDefaults.OPENAI;
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    boolean streamed = options.form() == StreamOptions.Form.STREAMED;
    String body = RequestJson.write(request, streamed ? streaming(options) : Map.of());
    URI uri = URI.create(endpoint.baseUrl() + "/chat/completions");
    return HttpCall.post(uri, endpoint.keyHeader("Authorization"), options.form(), body);
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(OpenAiDialect::modelsCall);
  }

  private static HttpCall modelsCall(Endpoint endpoint, Optional<String> after) {
    String query = after.map(last -> "?after=" + URLEncoder.encode(last, UTF_8)).orElse("");
    URI uri = URI.create(endpoint.baseUrl() + "/models" + query);
    return HttpCall.get(uri, endpoint.keyHeader("Authorization"));
  }

  private static Map<String, Json> streaming(StreamOptions options) {
    var fields = new LinkedHashMap<String, Json>();
    fields.put("stream", Json.verbatim("true"));
    if (options.usage() == StreamOptions.UsageReport.ASKED_FOR) {
      fields.put("stream_options", JsonWriter.json(text -> text.flag("include_usage", true)));
    }
    return fields;
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.OPENAI.begins(start);
  }

  @Override
  public Reader reader() {
    return new OpenAiReader(readers.reader());
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }

  @Override
  public Reader reader(int choices) {
    return new OpenAiReader(readers.reader(choices));
  }

  @Override
  public Optional<Fallback> fallback(
      Failure.Http refused, ChatRequest request, StreamOptions options) {
    boolean badRequest = refused.status() == 400 || refused.status() == 422;
    return badRequest
        ? withoutUsage(refused.message(), request, options)
            .or(() -> withOtherLimit(refused.message(), request, options))
        : Optional.empty();
  }

  /** Some servers refuse unknown fields, and {@code stream_options} is a recent one. */
  private static Optional<Fallback> withoutUsage(
      String refusal, ChatRequest request, StreamOptions options) {
    boolean asked =
        options.form() == StreamOptions.Form.STREAMED
            && options.usage() == StreamOptions.UsageReport.ASKED_FOR;
    boolean named = refusal.contains("stream_options") || refusal.contains("include_usage");
    return asked && named
        ? Optional.of(new Fallback(request, options.withoutUsage()))
        : Optional.empty();
  }

  /** The name of a deployment may not show which of the two names its model uses for the limit. */
  private static Optional<Fallback> withOtherLimit(
      String refusal, ChatRequest request, StreamOptions options) {
    return MaxTokensName.refused(refusal, request).map(asked -> new Fallback(asked, options));
  }
}
