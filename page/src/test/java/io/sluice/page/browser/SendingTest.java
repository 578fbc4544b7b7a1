package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent is sent once, and shown where it was asked. */
class SendingTest extends BrowserTest {

  private static final String BOTH_ENDED =
      "document.querySelectorAll('article[aria-busy=false]').length === 2";

  /** Keeps the reply of the next order back until the test lets it come. */
  private static final String HELD =
      "(() => { const real = window.fetch; window.fetch = async (...order) => {"
          + " const reply = await real(...order); if (order[1]?.method !== 'POST') return reply;"
          + " window.fetch = real; await new Promise(go => { window.release = go }); return reply"
          + " } })()";

  private static final String MODELS_HELD =
      "(() => { const real = window.fetch; const gate = new Promise(go => { window.release = go });"
          + " window.fetch = async (...order) => { if (String(order[0]).startsWith('/api/models'))"
          + " await gate; return real(...order) } })()";

  @TempDir private Path folder;

  @Test
  void enterThatIsHeldComparesOnce() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type("Why?");
    tab.read(
        "(() => { const data = new DataTransfer(); data.items.add(new File(['a'], 'a.txt', {type:"
            + " 'text/plain'})); document.querySelector('.prompt').dispatchEvent(new"
            + " DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})) })()");
    tab.untilThereIs(".files li");
    tab.read(
        "(() => { for (let times = 0; times < 5; times++)"
            + " document.querySelector('#prompt').dispatchEvent(new KeyboardEvent('keydown',"
            + " {key: 'Enter', bubbles: true, cancelable: true})) })()");

    tab.until(BOTH_ENDED).until("!document.querySelector('.files li')");
    assertThat(tab.read("document.querySelector('#prompt').value")).isEmpty();
    assertThat(runs(tab)).isEqualTo("2");
  }

  @Test
  void anOrderWhoseReplyWasLostStartsOneRunWhenItIsSentAgain() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    tab.read(
        "(() => { const real = window.fetch; window.fetch = async (...order) => {"
            + " const reply = await real(...order); if (order[1]?.method !== 'POST') return reply;"
            + " window.fetch = real; throw new TypeError('lost') } })()");
    tab.focus("#prompt").type("Why?").press("Enter").untilThereIs(".mark.bad");

    tab.press("Enter").until(ENDED);

    assertThat(tab.text(".text")).isEqualTo(sentence(5));
    assertThat(runs(tab)).isEqualTo("1");
    tab.focus("#prompt").type("Why?").press("Enter");
    tab.until(BOTH_ENDED);
    assertThat(runs(tab)).isEqualTo("2");
  }

  @Test
  void anAnswerWithoutTextIsNotSentAlong() {
    Tab tab = ask(open(kept(ServedPage.answering(folder, 0, List.of()))), "Why?").until(ENDED);

    tab.focus("#prompt").type("And now?").press("Enter").until(BOTH_ENDED);

    String id = tab.read("document.querySelector('.turn:last-child article').dataset.run");
    assertThat(tab.read("fetch('/api/runs/" + id + "/transcript').then(r => r.text())"))
        .contains("Why?", "And now?")
        .doesNotContain("\"assistant\"");
  }

  @Test
  void aRunThatBeginsWhenItsReaderIsElsewhereIsOnlyListed() {
    Tab tab =
        ask(open(kept(ServedPage.answering(folder, 0, words(5)))), "First?")
            .until(ENDED)
            .until("location.hash");
    String first = tab.read("location.hash");
    tab.read("location.hash = ''");
    tab.untilThereIs(".empty").read(HELD);
    tab.focus("#prompt").type("Second?").press("Enter").until("window.release");
    tab.read("location.hash = " + Tab.quoted(first));
    tab.until(ENDED).until("document.querySelector('.question').innerText.includes('First?')");

    tab.read("window.release()");
    tab.until("document.querySelectorAll('.past a').length === 2")
        .until("!document.querySelector('#prompt').value");

    assertThat(tab.read("document.querySelectorAll('article').length")).isEqualTo("1");
    assertThat(tab.read("location.hash")).isEqualTo(first);
    tab.focus("#prompt").type("Third?").press("Enter").until(BOTH_ENDED);
    assertThat(
            tab.read(
                "fetch('/api/runs').then(r => r.json()).then(({ runs }) => { const [third,"
                    + " second, first] = runs.map(run => run.attributes.conversation);"
                    + " return third === first && second !== first })"))
        .isEqualTo("true");
  }

  @Test
  void aPageWhoseModelsAreNotToldYetIsShownAndAsksTheirFirst() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(5)));
    Tab tab = open(page).before(MODELS_HELD);
    tab.reload();
    tab.until("window.release && " + READY).read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type("Why?").press("Enter");

    tab.read("window.release()");

    tab.until(BOTH_ENDED);
    assertThat(tab.text(".columns")).contains("model-a").doesNotContain("model-b");
  }

  private static String runs(Tab tab) {
    return tab.read("fetch('/api/runs').then(r => r.json()).then(r => r.runs.length)");
  }
}
