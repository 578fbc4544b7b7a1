package io.sluice.wire;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.ChunkReaders;
import io.sluice.json.JsonText;
import io.sluice.json.RequestJson;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * OpenAI's chat completions, and what the many servers make of it that speak the same dialect.
 * Thread-safe, and without state but for parsers that its readers share.
 */
public final class OpenAiDialect implements Dialect {

  private static final String NAME = "openai";

  static final Home HOME = Home.of(NAME).at("https://api.openai.com/v1").asking("gpt-4o-mini");

  private final HttpRefusal refusal;
  private final ChunkReaders readers = new ChunkReaders();

  /** The dialect. */
  public OpenAiDialect() {
    this(Clock.systemUTC());
  }

  OpenAiDialect(Clock clock) {
    refusal = new HttpRefusal(clock, HOME, "x-request-id");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Home home() {
    return HOME;
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    boolean streamed = options.form() == StreamOptions.Form.STREAMED;
    var headers = new LinkedHashMap<String, String>();
    endpoint.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key.reveal()));
    String body = RequestJson.write(request, streamed ? streaming(options) : Map.of());
    URI uri = URI.create(endpoint.baseUrl() + "/chat/completions");
    return HttpCall.post(uri, headers, options.form(), body);
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
  public boolean recognises(String start) {
    return start.contains("\"choices\"");
  }

  @Override
  public Reader reader() {
    return new OpenAiReader(readers.reader());
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
}
