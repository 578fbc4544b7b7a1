package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of past answers: how far it goes back, what can be exported, and when it fails. */
class PastAnswersTest extends BrowserTest {

  private static final String ORDER =
      "{request: {model: 'model-a', messages: [{role: 'user', content: 'Filler?'}]}}";

  /** Requests for the list fail until the test lets them pass. */
  private static final String FAILING =
      "(() => { const real = window.fetch; window.fetch = async (...order) => {"
          + " if (!window.released && String(order[0]).startsWith('/api/runs?')) throw new"
          + " TypeError('lost'); return real(...order) } })()";

  @TempDir private Path folder;

  @Test
  void aComparisonThatIsOlderThanTheFirstPageOfTheListIsFound() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type("The oldest?").press("Enter");
    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    tab.read(
        "(async () => { for (let each = 0; each < 210; each++) { const { id } = await (await"
            + " fetch('/api/runs', {method: 'POST', body: JSON.stringify("
            + ORDER
            + ")})).json(); await (await fetch(`/api/events?run=${id}`)).text() } })()");

    tab.reload();

    tab.until("document.querySelectorAll('section.variant').length === 2")
        .until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    assertThat(tab.text(".question")).contains("The oldest?");
    tab.read("location.hash = ''");
    tab.untilThereIs(".empty").reload();
    tab.until("document.querySelectorAll('.past a').length === 200");
    tab.read("[...document.querySelectorAll('.past button')].at(-1).click()");
    tab.until("document.querySelector('.past').innerText.includes('The oldest?')");
    assertThat(tab.read("document.querySelector('.past button')")).isEqualTo("null");
  }

  @Test
  void aListThatCannotBeHadIsSaidAsThatUntilItIsThere() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5)))).before(FAILING);
    tab.reload();
    tab.untilThereIs("nav .mark.bad").read("location.hash = '#compare=unknown'");

    tab.untilThereIs("main .mark.bad");
    assertThat(tab.text("main .mark.bad"))
        .contains("The server cannot be reached")
        .doesNotContain("no longer kept");
    tab.read("window.released = true; location.hash = '#compare=other'");

    tab.until("!document.querySelector('nav .mark.bad')")
        .until("document.querySelector('main .mark.bad').innerText.includes('no longer kept')");
  }

  @Test
  void anAnswerIsExportedInThreeForms() {
    Tab tab = ask(open(kept(ServedPage.answering(folder, 0, words(5)))), "Why?").until(ENDED);
    tab.read("URL.createObjectURL = blob => (window.saved = blob.text(), 'data:,')");
    tab.click(".menu summary").click(".menu button");

    assertThat(tab.read("window.saved"))
        .startsWith("# Why?\n\nmodel-a, ")
        .contains("\n\n> Why?\n\n" + sentence(5));
    assertThat(tab.read(file(0))).contains("\"finish_reason\":\"stop\"", sentence(5));
    assertThat(tab.read(file(1)).lines())
        .first()
        .asString()
        .startsWith("{\"type\":\"open\"")
        .contains("Why?");
    assertThat(tab.read("[...document.querySelectorAll('.menu a')].map(each => each.download)"))
        .matches("\\[\"[^\"]+\\.json\",\"[^\"]+\\.jsonl\"]");
  }

  private static String file(int number) {
    return "fetch(document.querySelectorAll('.menu a')["
        + number
        + "].href).then(reply => reply.text())";
  }
}
