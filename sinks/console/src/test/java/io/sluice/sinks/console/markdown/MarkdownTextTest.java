package io.sluice.sinks.console.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sinks.console.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Styles are written as names in pointed brackets. */
class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource({
    "a **b** c,                 a <b>b</> c",
    "**b**,                     <b>b</>",
    "***b***!,                  <bi>b</>!",
    "*a* b,                     <i>a</> b",
    "_a_ b_c_d,                 <i>a</> b_c_d",
    "__b c__ __init__.py,       <b>b c</> __init__.py",
    "~~gone~~ ~one~,            <s>gone</> ~one~",
    "**a *b* c**,               <b>a </><bi>b</><b> c</>",
    "**a *b***,                 <b>a </><bi>b</>",
    "2 ** 3 ** 4,               2 ** 3 ** 4",
    "2**10 and 3**4,            2**10 and 3**4",
    "f(a)**2 * g(b)**2,         f(a)**2 * g(b)**2",
    "'**a ** b**',              <b>a ** b</>",
    "这是**粗体**文字,           这是<b>粗体</>文字",
    "a\\**b,                    a**b",
    "\\*a\\* \\q,               *a* \\q",
    "`f(**x)` y,                <code>f(**x)</> y",
    "``a`b`` c,                 <code>a`b</> c",
    "a `b,                      a `b",
    "**`a**`**,                 <1;36>a**</>",
    "# H,                       <h>H</>",
    "###### H,                  <b>H</>",
    "'   ## H *b*',             <b>H </><bi>b</>",
    "####### H,                 ####### H",
    "#hash,                     #hash",
    "'    # code',              '    # code'",
    "a # b,                     a # b",
    "- **k**: `v`,              • <b>k</>: <code>v</>",
    "3. c,                      3. c",
    "**unclosed,                **unclosed",
    "*args and **kwargs,        *args and **kwargs",
    "> said *so*,               <dim>│ said </><2;3>so</>",
    "[1] and [x](a b),          [1] and [x](a b)",
    "[S](https://s.example/a_b) !, S (<u>https://s.example/a_b</>) !",
    "![A *b*](https://s.example/), A <i>b</> (<u>https://s.example/</>)",
    "<https://s.example/> b,    <u>https://s.example/</> b",
    "(see https://s.example/a_(b)).,  (see <u>https://s.example/a_(b)</>).",
    "a < b > c <br>,            a < b > c <br>"
  })
  void aLineIsStyled(String text, String expected) {
    assertThat(named(text)).isEqualTo(expected);
  }

  @Test
  void aLinkLeadsToItsAddressWhereTheTerminalCanFollow() {
    assertThat(linked("[a *b*](https://s.example/) c"))
        .isEqualTo(
            "\033]8;;https://s.example/\033\\\033[4ma \033[0m\033]8;;\033\\"
                + "\033]8;;https://s.example/\033\\\033[4;3mb\033[0m\033]8;;\033\\ c");
    assertThat(linked("[a](javascript:x) [b](https://ü.example/)"))
        .isEqualTo("a (\033[4mjavascript:x\033[0m) b (\033[4mhttps://ü.example/\033[0m)");
  }

  @Test
  void aBlockOfCodeLastsUntilItsFence() {
    assertThat(named("```java\n# **no**\n``\n  ```  \n**b**\n"))
        .isEqualTo("<dim>```java</>\n# **no**\n``\n<dim>  ```  </>\n<b>b</>\n");
    assertThat(named("~~~~\n~~~\n```\n~~~~~\na"))
        .isEqualTo("<dim>~~~~</>\n~~~\n```\n<dim>~~~~~</>\na");
    assertThat(named("```\n``` x\n")).isEqualTo("<dim>```</>\n``` x\n");
  }

  @Test
  void codeHasTheColoursOfItsLanguage() {
    assertThat(named("```java\nint i = 7; // \"a\"\n/* two\nlines */ \"a\\\"b\"\n```\n"))
        .isEqualTo(
            """
            <dim>```java</>
            <keyword>int</> i = <code>7</>; <dim>// "a"</>
            <dim>/* two</>
            <dim>lines */</> <string>"a\\"b"</>
            <dim>```</>
            """);
  }

  @Test
  void codeWithinAQuoteEndsWithTheQuote() {
    assertThat(named("> ```\n> a *b*\n> ```\n> *c*\nd *e*\n"))
        .isEqualTo(
            "<dim>│ ```</>\n<dim>│ </>a *b*\n<dim>│ ```</>\n<dim>│ </><2;3>c</>\nd <i>e</>\n");
    assertThat(named("> ```\n> a\n*b*\n")).isEqualTo("<dim>│ ```</>\n<dim>│ </>a\n<i>b</>\n");
  }

  @Test
  void whatWasNeverClosedIsText() {
    assertThat(named("**a\nb `c\nd")).isEqualTo("**a\nb `c\nd");
  }

  @Test
  void aClosingMarkThatIsTooFarAwayIsNotAwaited() {
    var text = MarkdownText.on(Page.unbroken(), Ink.styled());
    String far = "x".repeat(InlineText.FARTHEST);

    assertThat(text.pass("**a")).isEmpty();
    assertThat(text.pass(far)).isEqualTo("**a" + far);
    assertThat(text.end()).isEmpty();
  }

  @Test
  void aMarkWaitsForItsPartnerAndNothingElseDoes() {
    var text = MarkdownText.on(Page.unbroken(), Ink.styled());

    assertThat(text.pass("ab *")).isEqualTo("ab ");
    assertThat(text.pass("*c")).isEmpty();
    assertThat(Shown.named(text.pass("d** e"))).isEqualTo("<b>cd</> e");
    assertThat(text.end()).isEmpty();
    assertThat(text.pass("##")).isEmpty();
    assertThat(text.end()).isEqualTo("##\n");
  }

  @Test
  void theLastLineIsUnderstoodWithoutItsEnd() {
    assertThat(named("---")).isEqualTo("<dim>────────────────────────</>\n");
    assertThat(named("```\na\n```")).isEqualTo("<dim>```</>\na\n<dim>```</>\n");
    assertThat(named("| a |\n|---|\n| bc |")).isEqualTo("<b>a</>\n<dim>──</>\nbc\n");
  }

  @Test
  void whatIsHeldIsShownWhenSomethingElseComes() {
    var text = MarkdownText.on(Page.of(() -> 20), Ink.styled());

    assertThat(text.pass("one tw")).isEqualTo("one");
    assertThat(text.release()).isEqualTo(" tw");
    assertThat(text.pass("o **th")).isEqualTo("o");
    assertThat(text.interrupt()).isEqualTo(" **th");
    assertThat(text.pass("ree and twenty of them ")).isEqualTo("ree and twenty of\nthem");
  }

  @Test
  void listsAndQuotesHaveAMarginInEachRow() {
    assertThat(wrapped(14, "- one two three\n  four five six\n10. seven eight nine\n"))
        .isEqualTo("• one two\n  three\n  four five\n  six\n10. seven\n    eight nine\n");
    assertThat(wrapped(14, "> one two three four\n> - five six seven\n"))
        .isEqualTo("│ one two\n│ three four\n│ • five six\n│   seven\n");
  }

  @Test
  void codeKeepsItsLines() {
    String code = "```\nfor each in the whole of it\n```\n    and this is code as well\n";

    assertThat(wrapped(10, code)).isEqualTo(code);
  }

  private static String named(String text) {
    return Shown.named(whole(MarkdownText.on(Page.unbroken(), Ink.styled()), text));
  }

  private static String linked(String text) {
    return whole(MarkdownText.on(Page.unbroken(), Ink.styled().linking()), text);
  }

  private static String wrapped(int columns, String text) {
    return Shown.text(whole(MarkdownText.on(Page.of(() -> columns), Ink.styled()), text));
  }

  private static String whole(MarkdownText markdown, String text) {
    return markdown.pass(text) + markdown.end();
  }
}
