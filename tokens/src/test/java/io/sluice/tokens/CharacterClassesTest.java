package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class CharacterClassesTest {

  private final byte[] classes = CharacterClasses.read();

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24, max = JRE.JAVA_25)
  void tableIsWhatAJdkThatKnowsUnicode16Derives() throws IOException {
    assertThat(CharacterClassTable.derive()).isEqualTo(shipped());
  }

  @Test
  void charactersThatThisJdkKnowsHaveTheClassItGivesThem() {
    int[] different =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(point -> classes[point] != CharacterClasses.OTHER)
            .filter(Character::isDefined)
            .filter(point -> classes[point] != CharacterClassTable.of(point))
            .toArray();
    // U+166D, U+1734 and a few others were moved between classes of marks and signs.
    assertThat(different).hasSizeLessThan(8);
  }

  @Test
  void charactersNewerThanThePlatformHaveTheirClass() {
    assertThat(classes[0x1E4D0]).as("a letter of Unicode 15").isEqualTo(CharacterClasses.UNCASED);
    assertThat(classes[0x1C89]).as("a capital of Unicode 16").isEqualTo(CharacterClasses.UPPER);
    assertThat(classes[0x10D40]).as("a digit of Unicode 16").isEqualTo(CharacterClasses.NUMBER);
  }

  private static String shipped() throws IOException {
    try (InputStream in = CharacterClasses.class.getResourceAsStream("character-classes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
