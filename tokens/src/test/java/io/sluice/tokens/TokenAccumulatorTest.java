package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.ChunkBuilder;
import io.sluice.stream.Delta;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenAccumulatorTest {

  private final TokenAccumulator accumulator = TokenAccumulator.of(TokenEncoding.O200K_BASE);

  @Test
  void kindsAndChoicesAreCountedApart() {
    add(new Delta.Text(1, "Hel"), new Delta.Reasoning(0, "water"), new Delta.Text(0, "still"));
    add(new Delta.Text(1, "lo"), new Delta.Refusal(0, "no way"), call(0, "{}"), call(1, "{}"));

    assertThat(accumulator.result().choices())
        .containsExactly(new ChoiceTokens(0, 1, 1, 2, 2), new ChoiceTokens(1, 1, 0, 0, 0));
    assertThat(accumulator.count()).isEqualTo(7);
  }

  @Test
  void argumentsInFragmentsAreOneTextPerCall() {
    add(call(0, "{\"ci"), call(1, "{\"ci"));
    add(call(1, "ty\":"), call(0, "ty\":"));

    assertThat(accumulator.result().sum(ChoiceTokens::arguments))
        .isEqualTo(2 * TokenCounter.count(TokenEncoding.O200K_BASE, "{\"city\":"));
  }

  @Test
  void countIsThatOfTheTextSoFarAndNoSumOfDeltas() {
    add(new Delta.Text(0, "unbeliev"));
    long before = accumulator.count();
    add(new Delta.Text(0, "able"));

    assertThat(accumulator.count())
        .isEqualTo(TokenCounter.count(TokenEncoding.O200K_BASE, "unbelievable"))
        .isLessThan(before + 1);
  }

  @Test
  void nothingCountsNothing() {
    add(new Delta.Role(0, io.sluice.chat.Role.ASSISTANT), new Delta.Text(0, ""));

    assertThat(accumulator.count()).isZero();
    assertThat(accumulator.result().choices()).isEmpty();
  }

  private static Delta call(int index, String arguments) {
    return new Delta.ToolCall(0, index, "", "", arguments, Map.of());
  }

  private void add(Delta... deltas) {
    accumulator.add(ChunkBuilder.of(deltas).build());
  }
}
