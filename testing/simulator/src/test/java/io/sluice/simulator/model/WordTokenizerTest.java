package io.sluice.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTokenizerTest {

  @Test
  void wordsTakeTheirSpaceAlong() {
    assertThat(WordTokenizer.tokens("It's a well-known trick,\nisn't it?  Yes."))
        .containsExactly(
            "It's",
            " a",
            " well-known",
            " trick",
            ",",
            "\n",
            "isn't",
            " it",
            "?",
            " ",
            " Yes",
            ".");
  }

  @Test
  void tokensJoinedAreTheText() {
    var random = new Random(3);
    String alphabet = "ab1 \n'-’.,😀é\t";
    int[] points = alphabet.codePoints().toArray();
    for (int round = 0; round < 5000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      assertThat(String.join("", WordTokenizer.tokens(text.toString()))).isEqualTo(text.toString());
    }
  }
}
