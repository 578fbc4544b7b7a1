package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markdown as the page shows it: the same whatever the pieces are in which it came. */
class MarkdownTest extends BrowserTest {

  private static final String SHOW =
      "window.show = (...pieces) => { const root = document.createElement('div');"
          + " const markdown = new MarkdownStream(root); pieces.forEach(p => markdown.write(p));"
          + " markdown.end(); return root.innerHTML; }";

  /** Markdown, and the HTML of what is shown; {@code \n} stands for a line end. */
  private static final String CASES =
      """
      plain *em* **strong** ***both*** => <p>plain <em>em</em> <strong>strong</strong> <strong><em>both</em></strong></p>
      2 * 3 and snake_case_name and a_b_ => <p>2 * 3 and snake_case_name and a_b_</p>
      an *open end => <p>an *open end</p>
      an **open *end => <p>an **open *end</p>
      `a*b*` and ``c`d`` => <p><code>a*b*</code> and <code>c`d</code></p>
      an `open end => <p>an `open end</p>
      ~~gone~~ \\*not\\* => <p><s>gone</s> *not*</p>
      one\\ntwo\\n\\nthree => <p>one two</p><p>three</p>
      - a\\n- b\\n  - c\\n- d => <ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li><li><p>d</p></li></ul>
      3. a\\n4. b => <ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>
      - a\\n\\n  more\\n\\nout => <ul><li><p>a</p><p>more</p></li></ul><p>out</p>
      > a\\n> b\\n\\nc => <blockquote><p>a b</p></blockquote><p>c</p>
      > - a\\n> - b => <blockquote><ul><li><p>a</p></li><li><p>b</p></li></ul></blockquote>
      a\\n\\n---\\nb => <p>a</p><hr><p>b</p>
      - [x] a\\n- [ ] b => <ul><li><p>☑ a</p></li><li><p>☐ b</p></li></ul>
      <b>x</b> &amp; => <p>&lt;b&gt;x&lt;/b&gt; &amp;amp;</p>
      [x](javascript:alert(1)) => <p>[x](javascript:alert(1))</p>
      [a] and [b](c) and ! => <p>[a] and [b](c) and !</p>
      *[a* => <p><em>[a</em></p>
      http://a.example.\\nnext => <p><a href="http://a.example/" rel="noopener noreferrer nofollow" target="_blank" title="http://a.example/">http://a.example</a>. next</p>
      """;

  private static final int LONG = 60_000;
  private static final int PIECES = 12_000;

  @TempDir private Path folder;
  private Tab tab;

  @BeforeEach
  void load() {
    tab = open(kept(ServedPage.answering(folder, 0, words(1))));
    tab.read(
        "import('/assets/markdown/stream.js').then(m => { window.MarkdownStream ="
            + " m.MarkdownStream; "
            + SHOW
            + "; return 0 })");
  }

  @Test
  void aPieceMayEndAnywhere() {
    CASES
        .lines()
        .map(line -> line.split(" => ", 2))
        .forEach(known -> assertEverywhere(known[0].replace("\\n", "\n"), known[1]));
  }

  @Test
  void headingsStandBelowThoseOfThePage() {
    assertEverywhere("## a\n#### b\n# c\ntext", "<h3>a</h3><h4>b</h4><h3>c</h3><p>text</p>");
  }

  @Test
  void codeIsTextUpToItsFence() {
    String code = "```py\n  x = '*'\n``\n\n```\nafter";
    assertThat(tab.read("show(" + Tab.quoted(code) + ")"))
        .contains("<code>  x = '*'\n``\n\n</code>", "<span>py</span>")
        .endsWith("<p>after</p>");
    assertSame(code);
  }

  @Test
  void aTableHasRowsAndCells() {
    String table = "| a | b |\n|---|--:|\n| *1* | 2 |\n| x \\| y | 3 |\n\nafter";
    assertThat(tab.read("show(" + Tab.quoted(table) + ")"))
        .contains("<th scope=\"col\">a</th>", "<td><em>1</em></td>", "<td>x | y</td>")
        .endsWith("<p>after</p>");
    assertSame(table);
  }

  @Test
  void linksLeadOnlyWhereOneMayGo() {
    String links =
        "[a](https://a.example/x_(y)) <https://b.example> https://c.example/d_e_f."
            + " [m](mailto:x@y.z)";
    assertThat(tab.read("show(" + Tab.quoted(links) + ")"))
        .contains(
            "<a href=\"https://a.example/x_(y)\"",
            "<a href=\"https://b.example/\"",
            "<a href=\"https://c.example/d_e_f\"",
            "<a href=\"mailto:x@y.z\"",
            "</a>. <a")
        .doesNotContain("about:blank");
    assertSame(links);
  }

  /** How long it takes is said and not judged: that depends on the machine. */
  @Test
  void aLongAnswerInSmallPiecesIsShown() {
    String figures =
        tab.read(
            "(() => { const text = ('## Part\\n"
                + "\\n"
                + "Some *words* of `code` and **more**, then a list:\\n"
                + "\\n"
                + "- one\\n"
                + "- two\\n"
                + "\\n"
                + "```js\\n"
                + "let a = 1;\\n"
                + "```\\n"
                + "\\n"
                + "| a | b |\\n"
                + "|---|---|\\n"
                + "| 1 | 2 |\\n"
                + "\\n"
                + "').repeat(600).slice(0, "
                + LONG
                + "); const root = document.createElement('div'); document.body.append(root); const"
                + " markdown = new MarkdownStream(root); let most = 0; const begin ="
                + " performance.now(); for (let at = 0; at < text.length; at += text.length / "
                + PIECES
                + ") { const from = performance.now(); markdown.write(text.slice(at, at +"
                + " text.length / "
                + PIECES
                + "));"
                + " most = Math.max(most, performance.now() - from); }"
                + " markdown.end(); const all = performance.now() - begin;"
                + " const parts = root.querySelectorAll('h3').length; root.remove();"
                + " return `${parts} parts, ${(all * 1000 / "
                + PIECES
                + ").toFixed(0)} µs a piece, the longest ${most.toFixed(1)} ms` })()");

    System.out.println("Markdown of 60 kB in 12,000 pieces: " + figures);
    assertThat(figures).matches("[1-9]\\d\\d parts, .*");
  }

  private void assertEverywhere(String markdown, String html) {
    assertThat(tab.read("show(" + Tab.quoted(markdown) + ")")).isEqualTo(html);
    assertSame(markdown);
  }

  /** Cut at every place, and into single characters, it is the same. */
  private void assertSame(String markdown) {
    assertThat(
            tab.read(
                "(text => { const whole = show(text); return [[...text], ...Array.from(text, (c,"
                    + " at) => [text.slice(0, at), text.slice(at)])].filter(pieces =>"
                    + " show(...pieces) !== whole).map(pieces => pieces.join('¦') + ' => ' +"
                    + " show(...pieces)).join('\\n"
                    + "') })("
                    + Tab.quoted(markdown)
                    + ")"))
        .isEmpty();
  }
}
