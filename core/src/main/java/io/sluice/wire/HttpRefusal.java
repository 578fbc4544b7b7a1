package io.sluice.wire;

import io.sluice.json.ErrorJson;
import io.sluice.json.Utf8;
import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.HttpFailureBuilder;
import io.sluice.stream.OneLine;
import io.sluice.wire.refusal.StatusPhrase;
import io.sluice.wire.refusal.WebPage;
import io.sluice.wire.refusal.XmlError;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Turns an HTTP status of 300 or more into a failure with a one-line message. Stateless and
 * thread-safe; never throws.
 */
public final class HttpRefusal {

  /** OpenAI's and most others', Anthropic's, Bedrock's, Azure's. */
  private static final List<String> REQUEST_IDS =
      List.of("x-request-id", "request-id", "x-amzn-requestid", "apim-request-id");

  private final Clock clock;
  private final DialectDefaults defaults;
  private final String requestId;

  /**
   * Creates it for the refusals of one dialect.
   *
   * @param clock measures the time to the dates until which a server asks to wait
   * @param defaults names the variable to check if the key is refused
   * @param requestId the header field that holds the server's name for the call
   */
  public HttpRefusal(Clock clock, DialectDefaults defaults, String requestId) {
    this.clock = clock;
    this.defaults = defaults;
    this.requestId = requestId;
  }

  /** The failure for an answer, in any form of its body's error. */
  public Failure.Http read(HttpAnswer answer) {
    String body = Utf8.decode(answer.body());
    Optional<Failure.Provider> error = ErrorJson.read(body).or(() -> XmlError.read(body));
    String reason = error.map(Failure.Provider::message).orElseGet(() -> reason(answer, body));
    HttpFailureBuilder refusal =
        Failure.Http.builder(answer.status(), isRedirect(answer) ? redirect(answer) : reason);
    error.flatMap(Failure.Provider::code).ifPresent(refusal::code);
    error.flatMap(Failure.Provider::type).ifPresent(refusal::type);
    RetryAfter.of(answer, clock.instant())
        .or(() -> RetryDelay.in(body))
        .ifPresent(refusal::retryAfter);
    named(answer, requestId).or(() -> requestId(answer)).ifPresent(refusal::requestId);
    return isRedirect(answer) ? refusal.build() : worded(refusal.build());
  }

  /** The server's name for the call in the first of the usual fields that has one. */
  static Optional<String> requestId(HttpAnswer answer) {
    return REQUEST_IDS.stream().flatMap(field -> named(answer, field).stream()).findFirst();
  }

  private static Optional<String> named(HttpAnswer answer, String field) {
    return answer.header(field).map(OneLine::of).filter(id -> !id.isEmpty());
  }

  private Failure.Http worded(Failure.Http refusal) {
    String said = "the server answered " + refusal.status() + ": " + refusal.message();
    return refusal.toBuilder().message(said + remedy(refusal)).build();
  }

  private static String reason(HttpAnswer answer, String body) {
    if (WebPage.isOne(body)) {
      return WebPage.title(body).isEmpty() ? "a web page" : WebPage.title(body);
    }
    String line = OneLine.of(body);
    return line.isEmpty() ? StatusPhrase.of(answer.status()) : line;
  }

  private String remedy(Failure.Http refusal) {
    if (refusal.category() == FailureCategory.NOT_AUTHORISED && refusal.status() != 403) {
      return "; check " + defaults.keyVariable();
    }
    return refusal.status() == 404 ? "; check the model and the base URL" : "";
  }

  private static boolean isRedirect(HttpAnswer answer) {
    return answer.status() < 400 && answer.header("location").isPresent();
  }

  private static String redirect(HttpAnswer answer) {
    return "the server answered "
        + answer.status()
        + ": it redirects to "
        + answer.header("location").map(HttpRefusal::origin).orElse("nowhere")
        + ", which is not followed; set the base URL to where the API is";
  }

  /** Only scheme, host and port, because paths and queries of a redirect may contain secrets. */
  private static String origin(String location) {
    try {
      URI target = URI.create(location.strip());
      if (target.getHost() == null) {
        return "another path of the same host";
      }
      String port = target.getPort() < 0 ? "" : ":" + target.getPort();
      return OneLine.of(target.getScheme() + "://" + target.getHost() + port);
    } catch (IllegalArgumentException malformed) {
      return "a malformed URL";
    }
  }
}
