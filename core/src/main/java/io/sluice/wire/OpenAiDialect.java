package io.sluice.wire;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonText;
import io.sluice.json.RequestJson;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * OpenAI's chat completions, and what the many servers make of it that speak the same dialect.
 * Stateless and thread-safe.
 */
public final class OpenAiDialect implements Dialect {

  private static final String USER_AGENT = "sluice/" + version();

  private final HttpRefusal refusal;

  /** The dialect. */
  public OpenAiDialect() {
    this(Clock.systemUTC());
  }

  OpenAiDialect(Clock clock) {
    refusal = new HttpRefusal(clock);
  }

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    boolean streamed = options.form() == StreamOptions.Form.STREAMED;
    var headers = new LinkedHashMap<String, String>();
    endpoint.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key.reveal()));
    headers.put("Content-Type", "application/json");
    headers.put("Accept", streamed ? "text/event-stream" : "application/json");
    headers.put("User-Agent", USER_AGENT);
    String body = RequestJson.write(request, streamed ? streaming(options) : Map.of());
    return new HttpCall(
        "POST",
        URI.create(endpoint.baseUrl() + "/chat/completions"),
        headers,
        ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Json> streaming(StreamOptions options) {
    var fields = new LinkedHashMap<String, Json>();
    fields.put("stream", new Json("true"));
    if (options.usage() == StreamOptions.UsageReport.ASKED_FOR) {
      fields.put("stream_options", JsonText.json(text -> text.flag("include_usage", true)));
    }
    return fields;
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  @Override
  public Reader reader() {
    return new OpenAiReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }

  /** Some servers refuse a field they do not know; {@code stream_options} is a young one. */
  @Override
  public Optional<StreamOptions> concede(Failure.Http refused, StreamOptions options) {
    boolean asked =
        options.form() == StreamOptions.Form.STREAMED
            && options.usage() == StreamOptions.UsageReport.ASKED_FOR;
    boolean badRequest = refused.status() == 400 || refused.status() == 422;
    boolean named =
        refused.message().contains("stream_options") || refused.message().contains("include_usage");
    return asked && badRequest && named ? Optional.of(options.withoutUsage()) : Optional.empty();
  }

  private static String version() {
    String version = OpenAiDialect.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
