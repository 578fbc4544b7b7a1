package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x07, 0x0B, '\r', 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069
      })
  void whatATerminalObeysIsNotPrintable(int codePoint) {
    assertThat(Printable.isPrintable(codePoint)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {'\n', '\t', ' ', '~', 0xA0, 0x200E, 0x2029, 0x206A, 0xFFFD, 0x1F600})
  void whatATerminalShowsIsPrintable(int codePoint) {
    assertThat(Printable.isPrintable(codePoint)).isTrue();
  }

  @Test
  void ofATextEachCharacterThatIsNotPrintableIsReplaced() {
    assertThat(Printable.text("a\u001b[31m\r\n\tb\u202e😀"))
        .isEqualTo("a\uFFFD[31m\uFFFD\n\tb\uFFFD😀");
  }

  @Test
  void aLineHasOneSpaceForEachRunOfWhatShowsNothing() {
    assertThat(Printable.line(" a\r\n\tb\u001b[31m\u0000c\u2028d\u200b\u0085 "))
        .isEqualTo("a b [31m c d");
  }

  @Test
  void aLineKeepsNoCharacterThatIsNotPrintable() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(point -> !Printable.isPrintable(point))
        .forEach(
            point ->
                assertThat(Printable.line("a" + Character.toString(point) + "b"))
                    .as("U+%04X", point)
                    .isEqualTo("a b"));
  }

  @Test
  void eachCharacterThatIsNotPrintableIsOneUnit() {
    assertThat(
            IntStream.rangeClosed(0x10000, Character.MAX_CODE_POINT)
                .allMatch(Printable::isPrintable))
        .isTrue();
  }
}
