package io.sluice.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineModelTest {
  private static final OfflineModel MODEL = OfflineModel.load();
  private static final String HAIKU = "Write a haiku about coding.";

  private static String say(String prompt, double temperature, double topP, long seed) {
    return said(MODEL.answer(prompt, sampling(temperature, topP, seed), new TokenBudget(1000)));
  }

  private static Sampling sampling(double temperature, double topP, long seed) {
    return new Sampling(
        temperature, topP, seed, Sampling.Penalties.NONE, List.of(), OptionalInt.empty());
  }

  private static String said(Answer answer) {
    var said = new StringBuilder();
    for (Optional<AnswerPiece> piece = answer.next(); piece.isPresent(); piece = answer.next()) {
      said.append(piece.get().text());
    }
    return said.toString();
  }

  private static Set<String> sayOften(String prompt, double temperature, double topP) {
    var answers = new HashSet<String>();
    IntStream.range(0, 40).forEach(seed -> answers.add(say(prompt, temperature, topP, seed)));
    return answers;
  }

  @Test
  void temperatureZeroKnowsNoChance() {
    assertThat(sayOften(HAIKU, 0, 1)).hasSize(1);
  }

  @Test
  void aNucleusOfNothingIsTheLikeliestToken() {
    assertThat(sayOften(HAIKU, 1, 0)).containsExactly(say(HAIKU, 0, 1, 0));
  }

  @Test
  void aSmallNucleusSaysLessThanAWholeOne() {
    assertThat(sayOften("Tell me a story", 1.8, 0.3).size())
        .isLessThan(sayOften("Tell me a story", 1.8, 1).size());
  }

  @Test
  void oneSeedSaysOneThing() {
    assertThat(say(HAIKU, 1.8, 1, 5)).isEqualTo(say(HAIKU, 1.8, 1, 5));
  }

  @Test
  void aHighTemperatureLeavesThePathALowOneKeepsTo() {
    String prompt = "Explain what streaming means.";
    assertThat(sayOften(prompt, 0.2, 1).size()).isLessThan(10);
    assertThat(sayOften(prompt, 1.8, 1)).hasSizeGreaterThan(35);
  }

  @Test
  void aHaikuHasThreeLinesAtTheDefaultTemperature() {
    Set<String> haikus = sayOften(HAIKU, 1, 1);

    assertThat(haikus).hasSizeGreaterThan(15);
    assertThat(haikus.stream().filter(haiku -> haiku.lines().count() == 3).count())
        .as("all but a few slips")
        .isGreaterThan(haikus.size() - 4);
  }

  @Test
  void differentPromptsGetDifferentAnswers() {
    assertThat(
            Set.of(
                say("Write a haiku about rivers", 0, 1, 0),
                say("Write a haiku about cats", 0, 1, 0),
                say("Tell me a story about a dragon", 0, 1, 0),
                say("How do I bake bread?", 0, 1, 0)))
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the capital of France?",
        "Who was Ada Lovelace?",
        "Describe quantum chromodynamics",
        "Name three sonatas."
      })
  void whatItDoesNotKnowItOwnsUpTo(String prompt) {
    assertThat(say(prompt, 0, 1, 0)).containsAnyOf(" key", "my guesses", "small", "silent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name three rivers. | Three rivers are the Danube, the Nile and the Mekong.",
        "Name five rivers. | Five rivers are the Danube, the Nile, the Mekong, the Amazon and the Loire.",
        "name two rivers | Two rivers are the Danube and the Nile.",
        "Give me three colours | Three colors are red, green and blue.",
        "Name three planets | Three planets are Mercury, Venus and Mars."
      })
  void itNamesAsManyAsItIsAskedFor(String prompt, String answer) {
    assertThat(say(prompt, 0, 1, 0)).isEqualTo(answer);
  }

  @Test
  void threeRiversAreNamedAtTheUsualTemperatureToo() {
    assertThat(IntStream.range(0, 20).mapToObj(seed -> say("Name three rivers.", 1, 1, seed)))
        .filteredOn(answer -> answer.contains("Danube"))
        .hasSizeGreaterThan(15);
  }

  @Test
  void itSaysWhatItIsToldToSay() {
    assertThat(say("Say this is a test", 1, 1, 3)).isEqualTo("this is a test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?", "😀", "a", "\n\n", "{topic}", "\u0000"})
  void anyPromptHasAnAnswer(String prompt) {
    assertThat(say(prompt, 1, 1, 1)).isNotBlank();
  }

  @Test
  void theWildestAnswerEnds() {
    for (long seed = 0; seed < 10; seed++) {
      var answer = MODEL.answer(HAIKU, sampling(2, 1, seed), new TokenBudget(3000));
      said(answer);
      assertThat(answer.tokens()).isLessThanOrEqualTo(3000);
      assertThat(answer.reason()).isPresent();
    }
  }

  @Test
  void theBoundIsALengthAndTheCountIsExact() {
    var answer = MODEL.answer("Tell me a story", sampling(1, 1, 1), new TokenBudget(7));

    assertThat(OfflineModel.tokens(said(answer))).isEqualTo(7);
    assertThat(answer.tokens()).isEqualTo(7);
    assertThat(answer.reason()).contains(EndReason.LENGTH);
  }
}
