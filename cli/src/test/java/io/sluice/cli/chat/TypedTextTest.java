package io.sluice.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedTextTest {
  @Test
  void charactersAreText() {
    assertThat(text("Grüße, 世界 👍🏽\tyes")).isEqualTo("Grüße, 世界 👍🏽\tyes");
  }

  @Test
  void enterBreaksLinesButNotAtTheStartOrTheEnd() {
    assertThat(text("\r\none\rtwo\n\nthree \r\n")).isEqualTo("one\ntwo\n\nthree ");
    assertThat(text("\r\r")).isEmpty();
  }

  @Test
  void backspaceErasesWholeCharactersAndNoMoreThanThereAre() {
    assertThat(text("\u007fab\u007f👍\bc")).isEqualTo("ac");
  }

  @Test
  void wordsAndLinesAreErased() {
    assertThat(text("one two \u0017three")).isEqualTo("one three");
    assertThat(text("one\ntwo\u0015three")).isEqualTo("one\nthree");
    assertThat(text("one\n\u0017two")).isEqualTo("one\ntwo");
  }

  @Test
  void keysThatAreNoCharactersAreLeftOut() {
    String arrows = "\033[A\033[1;5C\033OB\033[15~";
    String altF = "\033f";
    String paste = "\033[200~";
    String reply = "\033]11;rgb:0000/0000/0000\007\033]11;x\033\\";
    assertThat(text("a" + arrows + altF + paste + reply + "\004b\033")).isEqualTo("ab");
  }

  @Test
  void noSequenceHoldsAnEscapeOrEndsInTheMiddleOfAnother() {
    String keys = "x\033[1;5Ay\033OPz";
    for (int end = 0; end <= keys.length(); end++) {
      assertThat(text(keys.substring(0, end))).doesNotContain("\033").doesNotContain("[");
    }
  }

  private static String text(String keys) {
    return TypedText.of(keys.getBytes(StandardCharsets.UTF_8));
  }
}
