package io.sluice.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What monitoring tools are told of a run. */
class RunFactsTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, openai, openai",
    "https://contoso.openai.azure.com/openai/v1, openai, azure.ai.openai",
    "https://api.anthropic.com, anthropic, anthropic",
    "https://api.groq.com/openai/v1, openai, groq",
    "https://api.mistral.ai/v1, openai, mistral_ai",
    "https://API.DeepSeek.com, openai, deepseek",
    "https://api.x.ai/v1, openai, x_ai",
    "https://api.perplexity.ai, openai, perplexity",
    "https://api.moonshot.cn/v1, openai, moonshot_ai",
    "https://generativelanguage.googleapis.com/v1beta/openai, openai, gcp.gemini",
    "https://europe-west4-aiplatform.googleapis.com/v1, openai, gcp.vertex_ai",
    "https://bedrock-runtime.eu-central-1.amazonaws.com/openai/v1, openai, aws.bedrock",
    "http://127.0.0.1:8080/v1, openai, openai",
    "https://openai.com.evil.example/v1, openai, openai",
    "https://notx.ai/v1, other, other",
    "answer.jsonl, anthropic, anthropic",
    "not a url at all, openai, openai",
  })
  void theProviderIsToldByTheHostElseByTheDialect(String endpoint, String dialect, String name) {
    assertThat(ProviderName.of(endpoint, dialect)).isEqualTo(name);
  }

  @Test
  void thePortOfAServerIsTheOneItsSchemeImplies() {
    assertThat(ServerAddress.of("https://API.openai.com/v1"))
        .contains(new ServerAddress("api.openai.com", 443));
    assertThat(ServerAddress.of("http://localhost:11434"))
        .contains(new ServerAddress("localhost", 11434));
    assertThat(ServerAddress.of("recorded.jsonl")).isEmpty();
  }

  @Test
  void anErrorIsNamedByAWordOfTheProviderElseByItsStatus() {
    assertThat(FailureWord.of(http(Optional.of("insufficient_quota"))))
        .isEqualTo("insufficient_quota");
    assertThat(FailureWord.of(http(Optional.of("req 81273 failed")))).isEqualTo("429");
    assertThat(FailureWord.of(http(Optional.of("40001")))).isEqualTo("429");
    assertThat(FailureWord.of(http(Optional.empty()))).isEqualTo("429");
  }

  @Test
  void anErrorOfTheConnectionIsNamedByItsKind() {
    assertThat(FailureWord.of(new Failure.Connection("reset"))).isEqualTo("connection");
    assertThat(FailureWord.of(new Failure.TimedOut(Failure.Timer.IDLE, Duration.ofSeconds(1))))
        .isEqualTo("timeout");
    assertThat(FailureWord.of(new Failure.Protocol("no JSON", ""))).isEqualTo("protocol");
  }

  @Test
  void aStoppedRunIsNoError() {
    assertThat(FailureWord.of(Outcome.builder(Status.STOPPED).build())).isEmpty();
    assertThat(FailureWord.of(Outcome.builder(Status.COMPLETED).build())).isEmpty();
    assertThat(FailureWord.of(Outcome.builder(Status.TRUNCATED).build())).contains("truncated");
  }

  @Test
  void theBoundsOfHistogramsAreThoseOfTheConventions() {
    assertThat(HistogramBounds.SECONDS)
        .containsExactly(
            0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
    assertThat(HistogramBounds.TOKENS).hasSize(14).startsWith(1L, 4L).endsWith(67_108_864L);
  }

  private static Failure http(Optional<String> code) {
    var refusal = Failure.Http.builder(429, "too many requests");
    code.ifPresent(refusal::code);
    return refusal.build();
  }
}
