package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of past answers: how far it goes back, what can be exported, and when it fails. */
class PastAnswersTest extends BrowserTest {

  /** Two runs are a page of the list. */
  private static final String SHORT_PAGES =
      "(() => { const real = window.fetch; window.fetch = (address, ...order) =>"
          + " real(String(address).replace('limit=200', 'limit=2'), ...order) })()";

  /** Requests for the list fail until the test lets them pass. */
  private static final String FAILING =
      "(() => { const real = window.fetch; window.fetch = async (...order) => {"
          + " if (!window.released && String(order[0]).startsWith('/api/runs?')) throw new"
          + " TypeError('lost'); return real(...order) } })()";

  @TempDir private Path folder;

  @Test
  void aComparisonThatIsOlderThanTheFirstPageOfTheListIsFound() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5)))).before(SHORT_PAGES);
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type("The oldest?").press("Enter");
    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    String address = tab.read("location.hash");
    for (String question : List.of("Second?", "Third?", "Fourth?")) {
      tab.read("document.querySelector('nav .button').click()");
      tab.untilThereIs(".empty");
      ask(tab, question).until(ENDED);
    }
    tab.read("location.hash = " + Tab.quoted(address));
    tab.reload();

    tab.until("document.querySelectorAll('section.variant').length === 2")
        .until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    assertThat(tab.text(".question")).contains("The oldest?");
    tab.read("location.hash = ''");
    tab.untilThereIs(".empty").reload();
    tab.until("document.querySelectorAll('.past a').length === 2").untilThereIs(".past button");
    assertThat(tab.text(".past")).contains("Fourth?", "Third?").doesNotContain("Second?");
    tab.click(".past button").until("document.querySelectorAll('.past a').length === 4");
    tab.click(".past button").until("!document.querySelector('.past button')");
    assertThat(tab.text(".past")).contains("The oldest?");
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
