package io.sluice.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrappedTextTest {
  private static final List<String> PIECES =
      List.of("a", " ", "word ", "\n", "é", "e\u0301", "漢字", "🚀", "unbreakable", "  ", "-");

  @Test
  void rowsBreakAtBlanksAndTheBlankIsLeftOut() {
    assertThat(rows(10, "one two three four")).containsExactly("one two", "three four");
    assertThat(rows(10, "0123456789 x")).containsExactly("0123456789", "x");
    assertThat(rows(3, "one   two")).containsExactly("one", "two");
  }

  @Test
  void aWordWiderThanARowIsBrokenWithin() {
    assertThat(rows(4, "a bcdefghij k")).containsExactly("a", "bcde", "fghi", "j k");
  }

  @Test
  void linesAndTheirIndentsStay() {
    assertThat(rows(10, "- a\n\n  - b\n")).containsExactly("- a", "", "  - b");
    assertThat(rows(10, "\tx")).containsExactly("    x");
  }

  @Test
  void wideCharactersTakeTwoCellsAndMarksNone() {
    assertThat(rows(5, "漢字漢字")).containsExactly("漢字", "漢字");
    assertThat(rows(3, "🚀🚀")).containsExactly("🚀", "🚀");
    assertThat(rows(3, "e\u0301e\u0301e\u0301e\u0301"))
        .containsExactly("e\u0301e\u0301e\u0301", "e\u0301");
  }

  @Test
  void theTailIsTheEndOfTheRows() {
    var wrapped = new WrappedText(10);
    wrapped.add("1\n2\n3\n4");

    assertThat(wrapped.tail(2)).containsExactly("3", "4");
    assertThat(wrapped.tail(0)).isEmpty();
    wrapped.add("\n");
    assertThat(wrapped.tail(2)).containsExactly("3", "4");
  }

  @Test
  void noRowIsTooWideAndNothingButBlanksIsLost() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      int width = 2 + random.nextInt(12);
      var text = new StringBuilder();
      var wrapped = new WrappedText(width);
      for (int part = 0; part < 40; part++) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        text.append(piece);
        wrapped.add(piece);
      }

      assertThat(wrapped.rows()).as("seed " + seed).allMatch(row -> Cells.of(row) <= width);
      assertThat(String.join("", wrapped.rows()).replace(" ", ""))
          .as("seed " + seed)
          .isEqualTo(text.toString().replaceAll("[ \n]", ""));
    }
  }

  private static List<String> rows(int width, String text) {
    var wrapped = new WrappedText(width);
    wrapped.add(text);
    return wrapped.rows();
  }
}
