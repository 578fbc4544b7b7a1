package io.sluice.tokens;

import static io.sluice.tokens.Basis.ASSUMED;
import static io.sluice.tokens.Basis.ESTIMATED;
import static io.sluice.tokens.Basis.EXACT;
import static io.sluice.tokens.TokenEncoding.CL100K_BASE;
import static io.sluice.tokens.TokenEncoding.O200K_BASE;
import static io.sluice.tokens.TokenEncoding.P50K_BASE;
import static io.sluice.tokens.TokenEncoding.R50K_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelEncodingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4o",
        "GPT-4o-mini-2024-07-18",
        "chatgpt-4o-latest",
        "gpt-4.1-nano-2025-04-14",
        "gpt-4.5-preview",
        "gpt-5",
        "gpt-5-nano-2025-08-07",
        "gpt-oss-120b",
        "o1",
        "o1-preview",
        "o3-mini-2025-01-31",
        "o4-mini",
        "ft:gpt-4o-mini-2024-07-18:acme::Ab1",
        "openai/gpt-4o",
        "openai/gpt-oss-20b:free"
      })
  void newerModelsUseTheNewestEncoding(String model) {
    assertThat(ModelEncoding.of(model)).isEqualTo(new ModelEncoding(O200K_BASE, EXACT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4",
        "gpt-4-0613",
        "gpt-4-turbo-2024-04-09",
        "gpt-3.5-turbo",
        "gpt-3.5-turbo-0125",
        "gpt-35-turbo-16k",
        "ft:gpt-3.5-turbo:acme",
        "text-embedding-3-small",
        "davinci-002"
      })
  void olderChatModelsUseTheOneBefore(String model) {
    assertThat(ModelEncoding.of(model)).isEqualTo(new ModelEncoding(CL100K_BASE, EXACT));
  }

  @Test
  void completionModelsUseTheOldestOnes() {
    assertThat(ModelEncoding.of("text-davinci-003").encoding()).isEqualTo(P50K_BASE);
    assertThat(ModelEncoding.of("davinci").encoding()).isEqualTo(R50K_BASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4.9", "gpt-6", "gpt-5.6-sol", "o5", "gpt-4omni", "chatgpt-7"})
  void namesLikeOpenAisAreAssumedToUseTheNewest(String model) {
    assertThat(ModelEncoding.of(model)).isEqualTo(new ModelEncoding(O200K_BASE, ASSUMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "claude-sonnet-4", "llama-3.3-70b", "meta/o1x", "olmo", "mistral"})
  void otherModelsAreEstimates(String model) {
    assertThat(ModelEncoding.of(model)).isEqualTo(new ModelEncoding(O200K_BASE, ESTIMATED));
  }

  @Test
  void encodingsAreFoundByTheirNames() {
    assertThat(TokenEncoding.names())
        .containsExactly("o200k_base", "cl100k_base", "p50k_base", "r50k_base");
    assertThat(TokenEncoding.named("cl100k_base")).contains(CL100K_BASE);
    assertThat(TokenEncoding.named("cl100k")).isEmpty();
  }
}
