package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellWidthTest {

  @ParameterizedTest
  @CsvSource({
    "abc,    3, 3, 3, 3",
    "'',     0, 0, 0, 0",
    "漢字,   4, 4, 4, 4",
    "é,      1, 1, 1, 2",
    "e\u0301, 1, 1, 1, 2",
    "👨‍👩‍👧‍👦,     2, 2, 8, 11",
    "👍🏽,     2, 2, 4, 4",
    "🇩🇪,     2, 2, 4, 4",
    "🇩🇪🇫,    3, 4, 6, 6",
    "❤,      1, 1, 1, 2",
    "❤️,     1, 2, 2, 4",
    "1️⃣,     1, 2, 2, 4",
    "ж,      1, 1, 1, 2",
    "مرحبا,  5, 5, 5, 5",
    "한글,   4, 4, 4, 4",
    "a\u200Db, 2, 2, 2, 3"
  })
  void aTextHasARangeOfWidths(String text, int least, int usual, int most, int widest) {
    assertThat(CellWidth.of(text)).isEqualTo(new CellWidth(least, usual, most, widest));
  }

  @Test
  void theWidthOfPartsIsTheWidthOfTheWhole() {
    String text = "a漢👨‍👩‍👧‍👦e\u0301🇩🇪";

    assertThat(CellWidth.of(text).plus(CellWidth.of("b"))).isEqualTo(CellWidth.of(text + "b"));
  }

  @Test
  void aClusterEndsWhereTheNextOneBegins() {
    CellCluster cluster = CellCluster.of('e');

    assertThat(cluster.add(0x301)).isTrue();
    assertThat(cluster.add('x')).isFalse();
    assertThat(cluster.width().usual()).isEqualTo(1);
  }
}
