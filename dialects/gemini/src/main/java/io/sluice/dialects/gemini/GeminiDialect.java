package io.sluice.dialects.gemini;

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
import java.util.Map;
import java.util.Optional;

/**
 * The dialect of Google's Gemini API, of AI Studio and of Vertex. Stateless and thread-safe.
 *
 * <p>Parts of an answer that are neither text, thoughts nor calls of the caller's functions are
 * kept whole in the message's {@code content_parts}. {@code content_order} records the order of all
 * content and the signatures that must be sent back with it. Citations and sources are in {@code
 * annotations}; the server's word for the end stays in the choice, as {@code finishReason}. Calls
 * without an id get one that begins with {@value #MADE_UP}, which the server is not told.
 *
 * <p>A server whose base URL is one of Vertex ({@code …/publishers/google}) gets its token in the
 * header {@code Authorization}, any other its key in {@code x-goog-api-key}.
 */
public final class GeminiDialect implements Dialect {

  static final String NAME = "gemini";

  /** The beginning of an id that the reader made, because the server gave none. */
  static final String MADE_UP = "sluice_";

  private static final DialectDefaults DEFAULTS =
      DialectDefaults.of(NAME)
          .keyedBy("GEMINI_API_KEY", "GOOGLE_API_KEY")
          .at("https://generativelanguage.googleapis.com/v1beta")
          .asking("gemini-2.5-flash");

  private final GeminiRefusal refusal =
      new GeminiRefusal(new HttpRefusal(Clock.systemUTC(), DEFAULTS, "x-goog-request-id"));

  /** Creates the dialect. */
  public GeminiDialect() {}

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
    boolean streamed = options.form() == StreamOptions.Form.STREAMED;
    String method = streamed ? ":streamGenerateContent?alt=sse" : ":generateContent";
    URI uri = URI.create(endpoint.baseUrl() + "/" + path(request.model()) + method);
    return HttpCall.post(uri, headers(endpoint), options.form(), RequestBody.write(request));
  }

  /** A name may say in which collection it is, as {@code tunedModels/x} does. */
  private static String path(String model) {
    int slash = model.indexOf('/');
    boolean qualified = model.startsWith("models/") || model.startsWith("tunedModels/");
    return qualified
        ? model.substring(0, slash + 1) + escaped(model.substring(slash + 1))
        : "models/" + escaped(model);
  }

  private static String escaped(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }

  private static Map<String, String> headers(Endpoint endpoint) {
    boolean vertex = endpoint.baseUrl().getPath().endsWith("/publishers/google");
    return endpoint.keyHeader(vertex ? "Authorization" : "x-goog-api-key");
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(new GeminiModels());
  }

  static HttpCall modelsCall(Endpoint endpoint, Optional<String> after) {
    String page = after.map(token -> "&pageToken=" + escaped(token)).orElse("");
    URI uri = URI.create(endpoint.baseUrl() + "/models?pageSize=1000" + page);
    return HttpCall.get(uri, headers(endpoint));
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  /** Without {@code alt=sse}, or behind some proxies, the server writes one JSON array. */
  @Override
  public Framing framing(byte first) {
    return first == '[' ? Framing.JSON_ARRAY : Framing.SSE;
  }

  @Override
  public Ending ending() {
    return Ending.BODY;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.GEMINI.begins(start);
  }

  @Override
  public Reader reader() {
    return new CandidateReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }
}
