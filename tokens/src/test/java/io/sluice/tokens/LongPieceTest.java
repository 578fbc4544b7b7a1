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
