package io.sluice.dialects.bedrock;

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
import io.sluice.wire.RequestSigner;
import io.sluice.wire.WireFormat;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The dialect of AWS Bedrock's Converse API, whose streams are binary messages. Stateless and
 * thread-safe. A server is asked with an API key of Bedrock, or with a {@link BedrockSigner}.
 *
 * <p>The JSON of a chunk is an object with one member, named as the type of its message, and
 * without the padding. Blocks that are neither text, reasoning nor calls of the caller's tools are
 * kept whole in the message's {@code content_parts}, and {@code content_order} records the order of
 * all content with the signatures of reasoning. Citations are in {@code annotations}; the server's
 * word for the end stays in the choice, as {@code stopReason}.
 */
public final class BedrockDialect implements Dialect {

  static final String NAME = "bedrock";

  private static final DialectDefaults DEFAULTS =
      DialectDefaults.of(NAME)
          .keyedBy("AWS_BEARER_TOKEN_BEDROCK")
          .locatedBy(
              DialectDefaults.UrlVariable.of("BEDROCK_BASE_URL"),
              new DialectDefaults.UrlVariable(
                  "AWS_REGION", "https://bedrock-runtime.{}.amazonaws.com"),
              new DialectDefaults.UrlVariable(
                  "AWS_DEFAULT_REGION", "https://bedrock-runtime.{}.amazonaws.com"));

  private static final String KIND = "x-amzn-errortype";

  private final HttpRefusal refusal =
      new HttpRefusal(Clock.systemUTC(), DEFAULTS, "x-amzn-requestid");

  /** Creates the dialect. */
  public BedrockDialect() {}

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
    String model = URLEncoder.encode(request.model(), UTF_8).replace("+", "%20");
    String path = "/model/" + model + (streamed ? "/converse-stream" : "/converse");
    return HttpCall.post(
        URI.create(endpoint.baseUrl() + path),
        endpoint.keyHeader("Authorization"),
        Framing.AWS_EVENT_STREAM,
        options.form(),
        RequestBody.write(request));
  }

  @Override
  public Optional<RequestSigner> signer(Map<String, String> variables) {
    return BedrockSigner.fromEnvironment(variables).map(RequestSigner.class::cast);
  }

  @Override
  public Optional<ModelListing> models() {
    return Optional.of(new BedrockModels());
  }

  @Override
  public Framing framing() {
    return Framing.AWS_EVENT_STREAM;
  }

  /** A message begins with its length, whose first byte is no character; a document does not. */
  @Override
  public Framing framing(byte first) {
    return first >= 0 && first < '\t' ? Framing.AWS_EVENT_STREAM : Framing.SSE;
  }

  @Override
  public Ending ending() {
    return Ending.BODY;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.BEDROCK.begins(start);
  }

  @Override
  public Reader reader() {
    return new FrameReader();
  }

  /** The kind of an error is in a header field, up to a colon. */
  @Override
  public Failure.Http failure(HttpAnswer answer) {
    Failure.Http read = refusal.read(answer);
    Optional<String> kind = answer.header(KIND).map(it -> it.split(":", 2)[0]);
    if (kind.isEmpty() || read.type().isPresent()) {
      return read;
    }
    HttpAnswer named =
        new HttpAnswer(
            answer.status(), answer.headers(), ExceptionBody.named(answer.body(), kind.get()));
    return refusal.read(named);
  }
}
