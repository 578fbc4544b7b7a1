package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRefusalTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Dialect dialect = new OpenAiDialect(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":{"message":"no","type":"t","code":"c"}} | c | t | the server answered 400: no
          400 | {"error":"no"}                                  |   |   | the server answered 400: no
          400 | {"message":"no","code":1500,"object":"error"}   | 1500 | | the server answered 400: no
          404 | {"detail":"Not Found"}  | | | the server answered 404: Not Found; check the model and the base URL
          422 | {"detail":[{"msg":"bad"}]} | | | the server answered 422: bad
          400 | [{"error":{"message":"no","status":"INVALID"}}] | | INVALID | the server answered 400: no
          502 | <html><head><title>502 Bad Gateway</title></head></html> | | | the server answered 502: 502 Bad Gateway
          503 | <html><body>x</body></html> | | | the server answered 503: a web page
          504 | ''       | | | the server answered 504: gateway timeout
          418 | ''       | | | the server answered 418: no reason given
          500 | it broke | | | the server answered 500: it broke
          401 | {"error":{"message":"Incorrect API key provided: sk-abcdefgh."}} | | | the server answered 401: Incorrect API key provided: ***; check OPENAI_API_KEY
          """)
  void aBodyOfAnyShapeBecomesALine(
      int status, String body, String code, String type, String message) {
    Failure.Http failure = dialect.failure(answer(status, Map.of(), body));

    assertThat(failure.message()).isEqualTo(message);
    assertThat(failure.code().orElse(null)).isEqualTo(code);
    assertThat(failure.type().orElse(null)).isEqualTo(type);
    assertThat(failure.status()).isEqualTo(status);
  }

  @Test
  void aRedirectNamesTheOriginOnly() {
    var headers = Map.of("Location", "https://login.example:8443/x?token=secret");

    assertThat(dialect.failure(answer(302, headers, "")).message())
        .isEqualTo(
            "the server answered 302: it redirects to https://login.example:8443, which is not"
                + " followed; set the base URL to where the API is");
    assertThat(dialect.failure(answer(307, Map.of("location", "/x y"), "")).message())
        .contains("a malformed URL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | Retry-After: 7                                                        | 7000
          503 | retry-after: 1.5                                                      | 1500
          429 | Retry-After: Thu, 01 Jan 2026 00:01:00 GMT                            | 60000
          429 | Retry-After: Wed, 31 Dec 2025 00:00:00 GMT                            | 0
          429 | Retry-After: 7; retry-after-ms: 250                                   | 250
          429 | x-ratelimit-reset-requests: 1m2.5s; x-ratelimit-reset-tokens: 20ms    | 62500
          429 | x-ratelimit-reset-requests: 1h; x-ratelimit-remaining-requests: 5; x-ratelimit-reset-tokens: 20ms | 20
          429 | X-RateLimit-Reset: 1767225605000                                      | 5000
          429 | X-RateLimit-Reset: 1767225605                                         | 5000
          429 | x-ratelimit-reset: 3                                                  | 3000
          500 | x-ratelimit-reset-tokens: 6m0s                                        |
          429 | Retry-After: soon                                                     |
          429 | Retry-After: -1                                                       |
          429 | Retry-After: 999999999999999999                                       | 31536000000
          """)
  void theWaitIsReadInEveryForm(int status, String headers, Long milliseconds) {
    var fields = new HashMap<String, String>();
    for (String header : headers.split("; ", -1)) {
      fields.put(
          header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));
    }

    assertThat(dialect.failure(answer(status, fields, "")).retryAfter().map(Duration::toMillis))
        .isEqualTo(Optional.ofNullable(milliseconds));
  }

  @Test
  void theRequestIdIsKept() {
    assertThat(dialect.failure(answer(500, Map.of("X-Request-Id", "req_1"), "")).requestId())
        .contains("req_1");
  }

  @Test
  void noBodyMakesItThrow() {
    var random = new Random(7);
    byte[] seed = "{\"error\":{\"message\":\"no\",\"code\":5}}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = seed.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      var answer = new HttpAnswer(400, Map.of(), ByteBuffer.wrap(bytes));

      assertThat(dialect.failure(answer).message()).doesNotContain("\n", "\u001b");
    }
  }

  private static HttpAnswer answer(int status, Map<String, String> headers, String body) {
    return new HttpAnswer(status, headers, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
  }
}
