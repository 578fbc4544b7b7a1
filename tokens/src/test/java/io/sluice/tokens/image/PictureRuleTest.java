package io.sluice.tokens.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureRuleTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "512, 512, 1",
    "513, 512, 2",
    "768, 1024, 4",
    "2048, 4096, 6",
    "3008, 2000, 6",
    "10000, 10, 4",
    "100000, 100000, 4"
  })
  void tilesAreCountedInThePictureAsItIsShrunk(long width, long height, long tiles) {
    assertThat(rule("85+170").tokens(new PictureSize(width, height))).isEqualTo(85 + 170 * tiles);
  }

  @ParameterizedTest
  @CsvSource({"x1.62, 540, 360, 332", "x2.46, 540, 360, 503", "x1.20, 60, 30, 4", "x1.50, 1, 1, 3"})
  void patchesAreRoundedUpAndCostOneMore(String rule, long width, long height, long tokens) {
    assertThat(rule(rule).tokens(new PictureSize(width, height))).isEqualTo(tokens);
  }

  @Test
  void numberOfPatchesHasABound() {
    assertThat(rule("x1.20").tokens(new PictureSize(9000, 9000)))
        .isEqualTo(rule("x1.20").tokens(new PictureSize(32 * 1536, 32)));
  }

  @Test
  void otherWordsAreNoRule() {
    assertThat(PictureRule.read("-")).isEmpty();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> PictureRule.read("85"))
        .withMessageContaining("write 85+170");
  }

  private static PictureRule rule(String words) {
    return PictureRule.read(words).orElseThrow();
  }
}
