package io.sluice.sinks.console.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sinks.console.page.Page;
import io.sluice.text.CellWidth;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same text in other parts. */
class EveryCutTest {
  private static final List<String> PIECES =
      List.of(
          "#",
          "##",
          " ",
          "  ",
          "**",
          "*",
          "`",
          "```",
          "~~~",
          "~~",
          "_",
          "\n",
          "\n\n",
          "a",
          "word ",
          "unbreakable",
          "\\",
          "é",
          "e\u0301",
          "漢字",
          "。",
          "「",
          "\uD83D\uDE00",
          "👨‍👩‍👧‍👦",
          "👍🏽",
          "🇩🇪",
          "❤️",
          "> ",
          "- ",
          "10. ",
          "|",
          "| a | b |\n|---|:-:|\n",
          "[",
          "](",
          "https://s.example/",
          ")",
          "<",
          ">",
          "\t",
          "---",
          "مرحبا ");

  private static final List<String> PROSE =
      List.of(
          "a",
          " ",
          "word ",
          "longer ",
          "\n",
          "é",
          "e\u0301",
          "漢字",
          "。",
          "「",
          "👨‍👩‍👧‍👦",
          "👍🏽",
          "🇩🇪",
          "❤️",
          "unbreakable",
          "مرحبا ",
          "ж",
          ".",
          "Ω ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A\n\n**b** and `c` 😀\n\n```java\nint x = \"y\";\n```\nz",
        "**😀**\n* item\n** no **\n~~~ a\n~~~\n",
        "```python\ndef f(): # \"x\"\n  \"\"\"a\n  if\"\"\" + '\\'' + 3.5\n```\n",
        "```html\n<a b='1'><!-- if\n--> é\n```\n```sql\nSELECT 'a' /* x\n*/ -- y\n```",
        """
        > q *i*

        | a | b |
        |--:|---|
        | 漢字 | `x\\|y` |

        https://s.example/ [a](https://b.example/)
        """
      })
  void noCutChangesWhatIsShown(String text) {
    for (Supplier<MarkdownText> kind : kinds(12)) {
      List<String> expected = Shown.characters(whole(kind.get(), text));
      for (int cut = 0; cut <= text.length(); cut++) {
        MarkdownText markdown = kind.get();
        String shown =
            markdown.pass(text.substring(0, cut))
                + markdown.pass(text.substring(cut))
                + markdown.end();
        assertThat(Shown.characters(shown)).as("cut at " + cut).isEqualTo(expected);
      }
    }
  }

  @Test
  void whateverComesCutsDoNotMatter() {
    for (int seed = 0; seed < 1500; seed++) {
      var random = new Random(seed);
      int width = 2 + random.nextInt(40);
      var text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      for (Supplier<MarkdownText> kind : kinds(width)) {
        assertThat(Shown.characters(inParts(kind.get(), text.toString(), random)))
            .as("seed " + seed)
            .isEqualTo(Shown.characters(whole(kind.get(), text.toString())));
      }
    }
  }

  @Test
  void plainTextLosesNothingButTheBlanksWhereARowEnds() {
    for (int seed = 0; seed < 1500; seed++) {
      var random = new Random(seed);
      int width = 2 + random.nextInt(40);
      var text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String plain = text.toString().replace("|", "!");
      String shown = whole(MarkdownText.on(Page.of(() -> width), Ink.plain()), plain);

      assertThat(shown.replaceAll("[> \t\n]", ""))
          .as("seed " + seed)
          .isEqualTo(plain.replaceAll("[> \t\n]", ""));
    }
  }

  @Test
  void noRowOfProseIsTooWideAndWithoutItsBreaksItIsTheText() {
    for (int seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      int width = 8 + random.nextInt(30);
      var text = new StringBuilder("x");
      for (int i = 0; i < 40; i++) {
        String piece = PROSE.get(random.nextInt(PROSE.size()));
        boolean doubled = piece.startsWith(" ") && text.charAt(text.length() - 1) == ' ';
        text.append(doubled || piece.equals("\n") ? "" : piece);
      }
      String shown =
          inParts(MarkdownText.on(Page.of(() -> width), Ink.plain()), text.toString(), random);

      assertThat(shown.lines())
          .as("seed " + seed)
          .allMatch(row -> CellWidth.of(row).most() <= width);
      assertThat(joined(shown, text.toString()))
          .as("seed " + seed)
          .isEqualTo(text.toString().strip());
    }
  }

  /** Takes the breaks out, and puts back the blank in whose place one may stand. */
  private static String joined(String shown, String text) {
    var joined = new StringBuilder();
    for (int at = 0; at < shown.length(); at++) {
      char c = shown.charAt(at);
      boolean blank = c == '\n' && text.startsWith(joined + " ");
      joined.append(blank ? " " : c == '\n' ? "" : String.valueOf(c));
    }
    return joined.toString().strip();
  }

  private static List<Supplier<MarkdownText>> kinds(int width) {
    return List.of(
        () -> MarkdownText.on(Page.of(() -> width), Ink.styled()),
        () -> MarkdownText.on(Page.of(() -> width), Ink.plain()),
        () -> MarkdownText.on(Page.unbroken(), Ink.styled().linking()),
        () -> MarkdownText.withRawTables(Page.unbroken(), Ink.styled()));
  }

  private static String inParts(MarkdownText markdown, String text, Random random) {
    var shown = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int to = Math.min(text.length(), at + 1 + random.nextInt(6));
      shown.append(markdown.pass(text.substring(at, to)));
      at = to;
    }
    return shown.append(markdown.end()).toString();
  }

  private static String whole(MarkdownText markdown, String text) {
    return markdown.pass(text) + markdown.end();
  }
}
