package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenCounterTest {

  @ParameterizedTest
  @EnumSource
  void countAfterEveryDeltaIsThatOfTheWholeTextSoFar(TokenEncoding encoding) {
    compare(encoding, 8_000, 1);
  }

  @Tag("thorough")
  @ParameterizedTest
  @EnumSource
  void countAfterEveryDeltaIsThatOfTheWholeTextSoFarInManyTexts(TokenEncoding encoding) {
    compare(encoding, 400_000, 3);
  }

  private static void compare(TokenEncoding encoding, int texts, long seed) {
    var random = new Texts(seed);
    var counter = TokenCounter.of(encoding);
    for (int i = 0; i < texts; i++) {
      String text = random.next();
      counter.clear();
      for (int from = 0; from < text.length(); ) {
        int to = from + random.cut(text.length() - from);
        counter.append(text.substring(from, to));
        assertThat(counter.count())
            .as("seed %d, '%s'", seed, text.substring(0, to))
            .isEqualTo(Reference.count(encoding, text.substring(0, to)));
        from = to;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void countNobodyAsksForIsNoOther(TokenEncoding encoding) {
    var random = new Texts(2);
    for (int i = 0; i < 2_000; i++) {
      String text = random.next() + random.next() + random.next();
      assertThat(TokenCounter.count(encoding, text))
          .as(text)
          .isEqualTo(Reference.count(encoding, text));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          o200k_base,  "中ABC|d",      2|3
          o200k_base,  "word|'|l|l",   1|2|2|2
          o200k_base,  "can|'|t|x",    1|2|1|2
          o200k_base,  "1234|5",       2|2
          cl100k_base, "  |1",         1|3
          cl100k_base, "\\n  |7",       2|4
          r50k_base,   "'|l|l",        1|2|1
          """)
  void endOfATextMayStillChange(String encoding, String deltas, String counts) {
    var counter = TokenCounter.of(TokenEncoding.named(encoding).orElseThrow());
    var after = new StringBuilder();
    var text = new StringBuilder();
    for (String delta : deltas.replace("\\n", "\n").split("\\|", -1)) {
      text.append(delta);
      assertThat(counter.append(delta).count())
          .as(text.toString())
          .isEqualTo(Reference.count(counter.encoding(), text));
      after.append(after.isEmpty() ? "" : "|").append(counter.count());
    }
    assertThat(after).hasToString(counts);
  }

  @ParameterizedTest
  @EnumSource
  void halfASurrogatePairIsItsReplacementUntilTheOtherHalfComes(TokenEncoding encoding) {
    var counter = TokenCounter.of(encoding).append("a\uD83D");
    assertThat(counter.count()).isEqualTo(Reference.count(encoding, "a\uFFFD"));
    assertThat(counter.append("\uDE00").count())
        .isEqualTo(Reference.count(encoding, "a\uD83D\uDE00"));
    assertThat(counter.append("\uD83D").append(" \uDE00").count())
        .isEqualTo(Reference.count(encoding, "a\uD83D\uDE00\uFFFD \uFFFD"));
  }

  @Test
  void specialTokensInATextAreText() {
    assertThat(TokenCounter.count(TokenEncoding.O200K_BASE, "<|endoftext|>")).isEqualTo(7);
  }

  @Test
  void clearedCounterBeginsAgain() {
    var counter = TokenCounter.of(TokenEncoding.O200K_BASE).append("word's \uD83D");
    assertThat(counter.clear().count()).isZero();
    assertThat(counter.append("ll").count()).isEqualTo(1);
  }
}
