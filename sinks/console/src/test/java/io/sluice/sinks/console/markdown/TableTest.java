package io.sluice.sinks.console.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sinks.console.page.Page;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestTextAndStandAtTheirSide() {
    assertThat(
            shown(
                60,
                """
                | Left | Centre | Right |
                |:-----|:------:|------:|
                | a | b | 1 |
                | longer **bold** | `x|y` | 1000 |

                end
                """))
        .isEqualTo(
            """
            Left        │ Centre │ Right
            ────────────┼────────┼──────
            a           │   b    │     1
            longer bold │  x|y   │  1000

            end
            """);
  }

  @Test
  void wideCharactersTakeTwoCells() {
    assertThat(shown(60, "| 名 | n |\n|---|--:|\n| 漢字 | 1 |\n| e\u0301 👍🏽 | 22 |\n"))
        .isEqualTo("名   │  n\n─────┼───\n漢字 │  1\ne\u0301 👍🏽 │ 22\n");
  }

  @Test
  void aTableThatIsTooWideHasItsTextBrokenAtWords() {
    assertThat(
            shown(28, "| k | text |\n|---|---|\n| a | one two three four five six |\n| b | c |\n"))
        .isEqualTo(
            """
            k │ text
            ──┼─────────────────────────
            a │ one two three four five
              │ six
            ──┼─────────────────────────
            b │ c
            """);
  }

  @Test
  void aTableOfTooManyColumnsIsShownAsItCame() {
    String row = "| 123456789 | 123456789 | 123456789 |\n";
    String table = row + "|---|---|---|\n" + row;

    assertThat(shown(20, table)).isEqualTo(table);
  }

  @Test
  void aLineWithBarsThatBeginsNoTableIsText() {
    String text = "| a | b |\nno table\n|x| and so on\n";

    assertThat(shown(60, text)).isEqualTo(text);
    assertThat(shown(60, "|a|\n|b|\n|-|\n")).isEqualTo("|a|\nb\n─\n");
  }

  @Test
  void shortRowsAreFilledAndLongOnesCut() {
    assertThat(shown(60, "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n"))
        .isEqualTo("a │ b\n──┼──\n1 │ \n1 │ 2\n");
  }

  @Test
  void aTableWaitsForItsEndAndIsShownWhenSomethingElseComes() {
    var text = MarkdownText.on(Page.of(() -> 60), Ink.plain());

    assertThat(text.pass("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 ")).isEmpty();
    assertThat(text.release()).isEqualTo("a │ b\n──┼──\n1 │ 2\n3 │ \n");
    assertThat(text.pass("on we go ")).isEqualTo("on we go");
  }

  @Test
  void aLongTableIsShownAfterAWhileAndItsRowsFollowOneByOne() {
    var text = MarkdownText.on(Page.of(() -> 60), Ink.plain());
    String held = text.pass("| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(198));
    String most = text.pass("| 1 | 2 |\n");

    assertThat(held).isEmpty();
    assertThat(most).startsWith("a │ b\n──┼──\n").hasLineCount(201);
    assertThat(text.pass("| 3 | 4 |\n")).isEqualTo("3 │ 4\n");
    assertThat(text.pass("| 5 |") + text.end()).isEqualTo("5 │ \n");
  }

  @Test
  void withoutATerminalTheRowsStayAsTheyAre() {
    String table = "| a | b |\n|---|---|\n| 1 | 2 |\n";
    var text = MarkdownText.withRawTables(Page.unbroken(), Ink.plain());

    assertThat(text.pass("| a | b |\n")).isEqualTo("| a | b |\n");
    assertThat(text.pass(table) + text.end()).isEqualTo(table);
  }

  private static String shown(int columns, String text) {
    var markdown = MarkdownText.on(Page.of(() -> columns), Ink.styled());
    return Shown.text(markdown.pass(text) + markdown.end());
  }
}
