package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordWrapTest {
  private final StringBuilder rows = new StringBuilder();
  private int columns = 10;
  private final WordWrap<String> wrap =
      new WordWrap<>(
          () -> columns,
          new WordWrap.Rows<>() {
            @Override
            public void put(int point, String style) {
              rows.appendCodePoint(point);
            }

            @Override
            public int breakRow() {
              rows.append('\n');
              return 0;
            }
          });

  @Test
  void aWordWaitsUntilItIsKnownToFit() {
    add("one two th");
    assertThat(rows).hasToString("one two");
    add("ree four");
    assertThat(rows).hasToString("one two\nthree");
    wrap.release();
    assertThat(rows).hasToString("one two\nthree four");
  }

  @Test
  void aWordWiderThanARowIsBrokenWhereTheRowEnds() {
    add("ab 0123456789012345 x ");

    assertThat(rows).hasToString("ab\n0123456789\n012345 x");
  }

  @Test
  void aWordThatWasLetGoIsGoneOnWith() {
    add("one two thr");
    wrap.release();
    add("ee four ");

    assertThat(rows).hasToString("one two\nthree four");
  }

  @Test
  void chineseIsBrokenBetweenCharactersButNotBeforeAFullStop() {
    add("一二三四五六七。八");
    wrap.restart();

    assertThat(rows).hasToString("一二三四五\n六七。八");
    rows.setLength(0);
    add("一二三四五。六");
    wrap.restart();
    assertThat(rows).hasToString("一二三四\n五。六");
    rows.setLength(0);
    add("一二三四「五");
    wrap.restart();
    assertThat(rows).hasToString("一二三四\n「五");
  }

  @Test
  void aNewWidthCountsFromTheNextWordOn() {
    add("one two ");
    columns = 20;
    add("three four five ");

    assertThat(rows).hasToString("one two three four\nfive");
  }

  @Test
  void anIndentIsKeptAndBlanksAtTheEndOfARowAreNot() {
    add("  one   two   three");
    wrap.restart();

    assertThat(rows).hasToString("  one\ntwo\nthree");
  }

  private void add(String text) {
    text.codePoints().forEach(point -> wrap.add(point, ""));
  }
}
