package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.limit.RateLimits.Unit;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rate limits as providers state them; a property test with fields of every kind of rubbish. */
class RateLimitFieldsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void fieldsOfOpenAiAreRead() {
    RateLimits limits =
        read(
            Map.of(
                "X-RateLimit-Limit-Requests", "500",
                "X-RateLimit-Remaining-Requests", "499",
                "X-RateLimit-Reset-Requests", "120ms",
                "x-ratelimit-limit-tokens", "30000",
                "x-ratelimit-remaining-tokens", "0",
                "x-ratelimit-reset-tokens", "6m0s"));

    assertThat(limits.requests()).contains(limit(500, 499, Duration.ofMillis(120)));
    assertThat(limits.tokens()).contains(limit(30_000, 0, Duration.ofMinutes(6)));
    assertThat(limits.tokens().orElseThrow().isExhausted()).isTrue();
    assertThat(limits.inputTokens()).isEmpty();
    assertThat(limits.outputTokens()).isEmpty();
  }

  @Test
  void fieldsOfAnthropicAreRead() {
    RateLimits limits =
        read(
            Map.of(
                "anthropic-ratelimit-requests-limit", "50",
                "anthropic-ratelimit-requests-remaining", "49",
                "anthropic-ratelimit-requests-reset", "2026-01-01T00:00:02Z",
                "anthropic-ratelimit-input-tokens-limit", "40000",
                "anthropic-ratelimit-input-tokens-remaining", "39000",
                "anthropic-ratelimit-input-tokens-reset", "2026-01-01T01:00:00+01:00",
                "anthropic-ratelimit-output-tokens-limit", "8000",
                "anthropic-ratelimit-output-tokens-remaining", "0",
                "anthropic-ratelimit-output-tokens-reset", "2025-12-31T23:59:00Z"));

    assertThat(limits.requests()).contains(limit(50, 49, Duration.ofSeconds(2)));
    assertThat(limits.inputTokens()).contains(limit(40_000, 39_000, Duration.ZERO));
    assertThat(limits.outputTokens()).contains(limit(8000, 0, Duration.ZERO));
    assertThat(limits.tokens()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "6m0s, 360000",
    "17ms, 17",
    "1s, 1000",
    "1m2.5s, 62500",
    "1h, 3600000",
    "0, 0",
    "2.5, 2500",
    "1767225605, 5000",
    "1767225605000, 5000",
    "2026-01-01T00:00:05.250Z, 5250",
    "2026-01-01t00:00:05z, 5000",
    "' 3s ', 3000",
    "9999-12-31T23:59:59Z, 31536000000",
  })
  void resetIsReadInEveryForm(String value, long milliseconds) {
    assertThat(read(Map.of("x-ratelimit-reset", value)).requests())
        .contains(
            new RateLimit(
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(Duration.ofMillis(milliseconds))));
  }

  @Test
  void answerWithoutSuchFieldsHasNoLimits() {
    assertThat(read(Map.of("date", "now"))).isEqualTo(RateLimits.NONE);
    assertThat(new OpenAiDialect().limits(answer(200, Map.of("date", "now")))).isEmpty();
  }

  @Test
  void rubbishNeverThrowsAndNeverGivesANegativeLimit() {
    var random = new Random(7);
    List<String> pieces =
        List.of("-", "1", "9999999999", "ms", "s", "m", ".", "T", "Z", ":", "e", "∞", " ", ",", "");
    for (int n = 0; n < 20_000; n++) {
      Map<String, String> fields = new TreeMap<>();
      for (String name : names()) {
        var value = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
          value.append(pieces.get(random.nextInt(pieces.size())));
        }
        fields.put(name, value.toString());
      }
      for (RateLimit limit : read(fields).all()) {
        assertThat(limit.reset().orElse(Duration.ZERO))
            .isBetween(Duration.ZERO, Duration.ofDays(365));
      }
      assertThat(RetryAfter.of(answer(429, fields), NOW).orElse(Duration.ZERO).isNegative())
          .isFalse();
    }
  }

  @Test
  void exhaustedLimitOfAnthropicSaysHowLongToWait() {
    Map<String, String> fields =
        Map.of(
            "anthropic-ratelimit-requests-remaining", "3",
            "anthropic-ratelimit-requests-reset", "2026-01-01T01:00:00Z",
            "anthropic-ratelimit-output-tokens-remaining", "0",
            "anthropic-ratelimit-output-tokens-reset", "2026-01-01T00:00:09Z");

    assertThat(RetryAfter.of(answer(429, fields), NOW)).contains(Duration.ofSeconds(9));
    assertThat(RetryAfter.of(answer(500, fields), NOW)).isEmpty();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      for (String part : List.of("limit", "remaining", "reset")) {
        names.add("x-ratelimit-" + part + "-" + unit.word().replace('_', '-'));
      }
    }
    return names;
  }

  private static RateLimit limit(long limit, long remaining, Duration reset) {
    return new RateLimit(OptionalLong.of(limit), OptionalLong.of(remaining), Optional.of(reset));
  }

  private static RateLimits read(Map<String, String> fields) {
    return RateLimitFields.read(answer(200, fields), NOW);
  }

  private static HttpAnswer answer(int status, Map<String, String> fields) {
    return new HttpAnswer(status, fields, ByteBuffer.allocate(0));
  }
}
