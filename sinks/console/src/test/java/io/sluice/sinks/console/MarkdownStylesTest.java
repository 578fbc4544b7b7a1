package io.sluice.sinks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Styles are written as names in pointed brackets. */
class MarkdownStylesTest {
  private static final List<String> PIECES =
      List.of(
          "#",
          "##",
          " ",
          "**",
          "*",
          "`",
          "```",
          "~~~",
          "\n",
          "a",
          "word",
          "\\",
          "é",
          "\uD83D\uDE00");

  @ParameterizedTest
  @CsvSource({
    "a **b** c,                 a <bold>**b**</> c",
    "**b**,                     <bold>**b**</>",
    "***b***!,                  <bold>***b***</>!",
    "*a* b,                     *a* b",
    "2 ** 3 ** 4,               2 ** 3 ** 4",
    "'**a ** b**',              <bold>**a ** b**</>",
    "a\\**b,                    a\\**b",
    "`f(**x)` y,                <code>`f(**x)`</> y",
    "``a`b`` c,                 <code>``a`b``</> c",
    "a `b,                      a <code>`b</>",
    "# H,                       <heading># H</>",
    "###### H,                  <heading>###### H</>",
    "'   ## H **b**',           <heading>   ## H **b**</>",
    "####### H,                 ####### H",
    "#hash,                     #hash",
    "'    # code',              '    # code'",
    "a # b,                     a # b",
    "- **k**: `v`,              - <bold>**k**</>: <code>`v`</>"
  })
  void aLineIsStyled(String text, String expected) {
    assertThat(named(whole(text))).isEqualTo(expected);
  }

  @Test
  void aBlockOfCodeLastsUntilItsFence() {
    assertThat(named(whole("```java\n# **no**\n``\n  ```  \n**b**\n")))
        .isEqualTo(
            "<code>```java</>\n<code># **no**</>\n<code>``</>\n<code>  ```  </>\n<bold>**b**</>\n");
    assertThat(named(whole("~~~~\n~~~\n```\n~~~~~\na")))
        .isEqualTo("<code>~~~~</>\n<code>~~~</>\n<code>```</>\n<code>~~~~~</>\na");
    assertThat(named(whole("```\n``` x\n"))).isEqualTo("<code>```</>\n<code>``` x</>\n");
  }

  @Test
  void whatWasNeverClosedEndsWithItsLine() {
    assertThat(named(whole("**a\nb `c\nd"))).isEqualTo("<bold>**a</>\nb <code>`c</>\nd");
  }

  @Test
  void aMarkerWaitsForWhatFollowsAndNothingElseDoes() {
    var styles = new MarkdownStyles();

    assertThat(styles.pass("ab *")).isEqualTo("ab ");
    assertThat(named(styles.pass("*c"))).isEqualTo("<bold>**c</>");
    assertThat(named(styles.pass("d"))).isEqualTo("<bold>d</>");
    assertThat(styles.end()).isEmpty();
    assertThat(styles.pass("##")).isEmpty();
    assertThat(styles.end()).isEqualTo("##");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A\n\n**b** and `c` 😀\n\n```\nx **y**\n```\nz",
        "**😀**\n* item\n** no **\n~~~ a\n~~~\n"
      })
  void noCutChangesWhatIsShown(String text) {
    List<String> expected = Shown.characters(whole(text));

    for (int cut = 0; cut <= text.length(); cut++) {
      var styles = new MarkdownStyles();
      String shown =
          styles.pass(text.substring(0, cut)) + styles.pass(text.substring(cut)) + styles.end();
      assertThat(Shown.characters(shown)).as("cut at " + cut).isEqualTo(expected);
    }
  }

  @Test
  void whateverComesEveryCharacterIsKeptAndCutsDoNotMatter() {
    for (int seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder();
      var pieceByPiece = new StringBuilder();
      var styles = new MarkdownStyles();
      for (int i = 0; i < 40; i++) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        text.append(piece);
        pieceByPiece.append(styles.pass(piece));
      }
      pieceByPiece.append(styles.end());

      List<String> shown = Shown.characters(pieceByPiece.toString());
      assertThat(Shown.text(pieceByPiece.toString())).as("seed " + seed).isEqualTo(text.toString());
      assertThat(shown).as("seed " + seed).isEqualTo(Shown.characters(whole(text.toString())));
    }
  }

  private static String whole(String text) {
    var styles = new MarkdownStyles();
    return styles.pass(text) + styles.end();
  }

  private static String named(String shown) {
    String named = shown.replace("\033[0m", "</>");
    for (Style style : Style.values()) {
      if (style != Style.PLAIN) {
        named = named.replace(style.on(), "<" + style.name().toLowerCase(Locale.ROOT) + ">");
      }
    }
    // Parts that were printed one after the other in the same style.
    return named.replaceAll("(<\\w+>)([^<]*)</>\\1", "$1$2");
  }
}
