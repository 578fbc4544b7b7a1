package io.sluice.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.screen.Cells;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ListLinesTest {
  private static final String WIDE = "漢字かな交じり文👍🏽 and more";

  @Test
  void noLineIsWiderThanTheTerminalWhateverItsCharactersTake() {
    for (int columns = 1; columns < 120; columns++) {
      var lines = new ListLines(OptionalInt.of(columns));
      for (String text :
          new String[] {"", "a", "a".repeat(200), WIDE.repeat(9), "é\u0301".repeat(99)}) {
        String line =
            lines.line(
                text, ListLines.name("abc123", 6), lines.column(WIDE, 10), lines.column("m", 16));

        assertThat(line).endsWith("\n").hasLineCount(1);
        assertThat(Cells.of(line.stripTrailing())).isLessThan(columns == 1 ? 2 : columns);
      }
    }
  }

  @Test
  void columnsStandBelowEachOtherThoughCharactersAreWide() {
    var lines = new ListLines(OptionalInt.of(80));

    assertThat(Cells.of(lines.column(WIDE, 10))).isEqualTo(10);
    assertThat(Cells.of(lines.column("漢字かな交", 10))).isEqualTo(10);
    assertThat(lines.column("漢字かな交", 10)).isEqualTo("漢字かな交");
    assertThat(lines.column("a longer word", 10)).isEqualTo("a longer …");
  }

  @Test
  void aProgramGetsAllOfIt() {
    var lines = new ListLines(OptionalInt.empty());
    String text = "word\n\tand \u001b more ".repeat(500).strip();

    assertThat(lines.line(text, lines.column("a longer word", 10), lines.column("m", 3)))
        .isEqualTo("a longer word  m    " + "word and \uFFFD more ".repeat(500).strip() + "\n");
  }

  @Test
  void thePassageThatWasFoundCanBeSeen() {
    var lines = new ListLines(OptionalInt.of(31));

    assertThat(lines.lineWith('[', "a [word] near the start of it all", "12345678"))
        .isEqualTo("12345678  a [word] near the s…\n");
    assertThat(lines.lineWith('[', "it stands a good way on, the [word] does", "12345678"))
        .isEqualTo("12345678  …the [word] does\n")
        .hasSizeLessThanOrEqualTo(31);
    assertThat(lines.lineWith('[', "x".repeat(40) + " [word]", "12345678"))
        .isEqualTo("12345678  …[word]\n");
    assertThat(lines.lineWith('[', "no mark in a text of more characters", "12345678"))
        .isEqualTo("12345678  no mark in a text o…\n");
    for (int columns = 1; columns < 60; columns++) {
      assertThat(
              new ListLines(OptionalInt.of(columns))
                  .lineWith('[', "[" + WIDE + "] and " + WIDE, "12345678"))
          .hasLineCount(1);
    }
  }

  @Test
  void timesAreAsShortAsTheirDistanceAllows() {
    Instant now = Instant.parse("2026-06-15T12:00:00Z");
    var terminal = new ListLines(OptionalInt.of(80));
    var pipe = new ListLines(OptionalInt.empty());
    String zoned = now.atZone(ZoneId.systemDefault()).toString();
    String clock = zoned.substring(11, 16);

    assertThat(terminal.time(now, now)).isEqualTo(zoned.substring(5, 10) + " " + clock);
    assertThat(terminal.time(now.minus(400, ChronoUnit.DAYS), now)).isEqualTo("2025-05-11 ");
    assertThat(pipe.time(now, now)).isEqualTo(zoned.substring(0, 10) + " " + clock);
  }
}
