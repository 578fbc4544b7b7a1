package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pieces that never end, fed one character at a time. */
class LongPieceTest {

  private static final int LENGTH = 20_000;

  @ParameterizedTest
  @EnumSource
  void runsOfOneCharacterAreCountedAtAnyLength(TokenEncoding encoding) {
    for (String character :
        new String[] {" ", "\n", "a", "A", "=", "7", "\u4E2D", "\uD83D\uDE00"}) {
      compare(encoding, character::toString);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lettersOfAnyKindAreCountedAtAnyLength(TokenEncoding encoding) {
    var random = new Random(3);
    compare(encoding, () -> Character.toString('a' + random.nextInt(26)));
    compare(encoding, () -> random.nextInt(9) == 0 ? "\u4E2D" : "A");
    compare(encoding, () -> Character.toString(0x4E00 + random.nextInt(0x5000)));
    compare(encoding, () -> random.nextInt(5) == 0 ? "\n" : random.nextBoolean() ? " " : "\t");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRepeatedForAWhileAndThenNotIsCountedAtAnyLength(TokenEncoding encoding) {
    var random = new Random(7);
    for (int round = 0; round < 12; round++) {
      var counter = TokenCounter.of(encoding);
      var text = new StringBuilder();
      while (text.length() < LENGTH) {
        String block = block(random);
        int times = 1 + random.nextInt(1500 / block.length());
        for (int time = 0; time < times; time++) {
          text.append(block);
          counter.append(block);
        }
        String odd = block(random).substring(0, 1);
        text.append(odd);
        counter.append(odd);
        assertThat(counter.count()).isEqualTo(Reference.count(encoding, text));
      }
    }
  }

  /** A word of few letters, or of spaces, that is shorter than the longest token, or longer. */
  private static String block(Random random) {
    String letters = random.nextInt(3) == 0 ? "  \t" : random.nextBoolean() ? "aab" : "aé中=";
    var block = new StringBuilder();
    int length = 1 + random.nextInt(random.nextBoolean() ? 4 : 140);
    for (int i = 0; i < length; i++) {
      block.append(letters.charAt(random.nextInt(letters.length())));
    }
    return block.toString();
  }

  private static void compare(TokenEncoding encoding, java.util.function.Supplier<String> deltas) {
    var counter = TokenCounter.of(encoding);
    var text = new StringBuilder();
    for (int i = 1; i <= LENGTH; i++) {
      String delta = deltas.get();
      text.append(delta);
      long count = counter.append(delta).count();
      if (i % 4_999 == 0 || (i < 600 && i % 53 == 0)) {
        assertThat(count).as("%d", i).isEqualTo(Reference.count(encoding, text));
      }
    }
  }
}
