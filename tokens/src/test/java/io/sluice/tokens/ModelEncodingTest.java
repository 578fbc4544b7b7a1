package io.sluice.tokens;

import static io.sluice.tokens.Basis.ASSUMED;
import static io.sluice.tokens.Basis.ESTIMATED;
import static io.sluice.tokens.Basis.EXACT;
import static io.sluice.tokens.PromptFormula.CHAT;
import static io.sluice.tokens.PromptFormula.GPT_4O;
import static io.sluice.tokens.PromptFormula.GPT_5;
import static io.sluice.tokens.PromptFormula.GPT_5_4;
import static io.sluice.tokens.PromptFormula.O3_MINI;
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
        "openai/gpt-oss-20b:free",
        "openrouter/openai/gpt-4.1",
        "azure/gpt-4o"
      })
  void newerModelsUseTheNewestEncoding(String model) {
    assertEncoding(model, O200K_BASE, EXACT);
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
    assertEncoding(model, CL100K_BASE, EXACT);
  }

  @Test
  void completionModelsUseTheOldestOnes() {
    assertThat(ModelEncoding.of("text-davinci-003").encoding()).isEqualTo(P50K_BASE);
    assertThat(ModelEncoding.of("davinci").encoding()).isEqualTo(R50K_BASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4.9", "gpt-6", "gpt-5.9-sol", "o5", "gpt-4omni", "chatgpt-7"})
  void namesLikeOpenAisAreAssumedToUseTheNewest(String model) {
    assertEncoding(model, O200K_BASE, ASSUMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "claude-sonnet-4",
        "llama-3.3-70b",
        "meta/o1x",
        "olmo",
        "mistral",
        "acme/gpt-j"
      })
  void otherModelsAreEstimates(String model) {
    assertEncoding(model, O200K_BASE, ESTIMATED);
  }

  @Test
  void promptsAreWrappedAsTheFamilyIs() {
    assertFormula("gpt-4o-2024-08-06", GPT_4O, EXACT);
    assertFormula("gpt-4.1-nano", GPT_4O, EXACT);
    assertFormula("gpt-4-0613", CHAT, EXACT);
    assertFormula("chatgpt-4o-latest", CHAT, ASSUMED);
    assertFormula("gpt-5-nano", GPT_5, EXACT);
    assertFormula("gpt-5.1", GPT_5, EXACT);
    assertFormula("gpt-5.6-sol", GPT_5_4, EXACT);
    assertFormula("gpt-5.9-sol", GPT_5, ASSUMED);
    assertFormula("o3-mini-2025-01-31", O3_MINI, EXACT);
    assertFormula("o1-preview", O3_MINI, ASSUMED);
    assertFormula("gpt-oss-120b", CHAT, ESTIMATED);
    assertFormula("mistral", CHAT, ESTIMATED);
  }

  @Test
  void modelThatAnswersExplainsADeploymentOfAnyName() {
    assertThat(ModelEncoding.of("team-blue", "gpt-4-0613").encoding()).isEqualTo(CL100K_BASE);
    assertThat(ModelEncoding.of("gpt-4", "").encoding()).isEqualTo(CL100K_BASE);
  }

  @Test
  void chosenEncodingIsTakenAtItsWordButNotTheFormula() {
    ModelEncoding chosen = ModelEncoding.of("mistral").counting(CL100K_BASE);
    assertThat(chosen.basis()).isEqualTo(EXACT);
    assertThat(chosen.formulaBasis()).isEqualTo(ESTIMATED);
  }

  private static void assertEncoding(String model, TokenEncoding encoding, Basis basis) {
    assertThat(ModelEncoding.of(model).encoding()).isEqualTo(encoding);
    assertThat(ModelEncoding.of(model).basis()).isEqualTo(basis);
  }

  private static void assertFormula(String model, PromptFormula formula, Basis basis) {
    assertThat(ModelEncoding.of(model).formula()).isEqualTo(formula);
    assertThat(ModelEncoding.of(model).formulaBasis()).isEqualTo(basis);
  }

  @Test
  void encodingsAreFoundByTheirNames() {
    assertThat(TokenEncoding.names())
        .containsExactly("o200k_base", "cl100k_base", "p50k_base", "r50k_base");
    assertThat(TokenEncoding.named("cl100k_base")).contains(CL100K_BASE);
    assertThat(TokenEncoding.named("o200k_harmony")).contains(O200K_BASE);
    assertThat(TokenEncoding.named("cl100k")).isEmpty();
  }
}
