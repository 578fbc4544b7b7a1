package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs outlive tabs, networks and servers; each line comes once. */
class ResumeTest extends BrowserTest {

  /** At this rate an answer takes seconds, in which everything happens that a test does to it. */
  private static final int WORDS = 150;

  private static final double RATE = 40;
  private static final String BEGUN = "document.querySelector('.text').innerText.includes('word5')";

  @TempDir private Path folder;

  @Test
  void aTabThatIsLoadedAnewShowsTheAnswerWhole() {
    Tab tab =
        ask(open(kept(ServedPage.answering(folder, RATE, words(WORDS)))), "Why?").until(BEGUN);

    tab.reload();

    assertWhole(tab.until(ENDED));
  }

  @Test
  void aLostNetworkIsSaidAndTheAnswerGoesOnWhereItWas() {
    ServedPage page = kept(ServedPage.answering(folder, RATE, words(WORDS)));
    Tab tab = ask(open(page), "Why?").until(BEGUN);

    page.relay().cut();
    tab.until("document.querySelector('.mark.warn')?.innerText.includes('trying again')");
    page.relay().leadTo(page.port());
    tab.read("window.dispatchEvent(new Event('online'))");

    assertWhole(tab.until(ENDED));
    assertThat(tab.read("document.querySelector('.mark')")).isEqualTo("null");
  }

  @Test
  void anAnswerWhoseServerIsStartedAnewKeepsItsTextAndSaysHowItEnded() {
    ServedPage page = kept(ServedPage.answering(folder, RATE, words(100_000)));
    Tab tab = ask(open(page), "Why?").until(BEGUN);

    page.restart();
    page.enter(tab);

    tab.until(ENDED);
    assertThat(tab.text(".text")).startsWith("word1 word2 word3");
    assertThat(tab.text(".mark")).contains("Stopped");
  }

  @Test
  void anotherTabThatOpensTheConnectionAgainEndsTheWordOfItsLoss() {
    ServedPage page = kept(ServedPage.answering(folder, RATE, words(100_000)));
    Tab tab = ask(open(page), "Why?").until(BEGUN);
    String address = tab.read("location.href");
    page.relay().cut();
    tab.untilThereIs(".mark.warn");

    page.relay().leadTo(page.port());
    tab().go(address).until(BEGUN);

    tab.until("!document.querySelector('.mark.warn')");
    assertThat(tab.read("document.querySelector('article').ariaBusy")).isEqualTo("true");
  }

  @Test
  void aServerThatKnowsNeitherThePageNorItsRunIsToldFromALostNetwork() {
    ServedPage page = kept(ServedPage.answering(folder, RATE, words(100_000)));
    Tab tab = ask(open(page), "Why?").until(BEGUN);
    page.relay().cut();
    tab.until("document.querySelector('.mark.warn')?.innerText.includes('trying again')");

    page.forget();
    tab.until("document.querySelector('.mark.warn')?.innerText.includes('Open the link')");
    page.enter(tab);

    tab.until(ENDED);
    assertThat(tab.text(".text")).startsWith("word1 word2 word3");
    assertThat(tab.text(".mark")).contains("no longer has this answer", "What came before");
    assertThat(tab.read("document.querySelector('.mark.warn')")).isEqualTo("null");
  }

  @Test
  void aTabWhoseMachineSleptFollowsAgainWhatItWasDroppedFrom() {
    ServedPage page = kept(ServedPage.answering(folder, RATE, words(WORDS)));
    Tab tab =
        open(page)
            .before(
                "(() => { const Real = SharedWorker; window.SharedWorker = class extends Real {"
                    + " constructor(...order) { super(...order); window.worker = this.port } }"
                    + " })()");
    tab.reload();
    ask(tab.until("window.worker && " + READY), "Why?").until(BEGUN);

    tab.read("worker.postMessage({verb: 'leave'})");
    tab.read("worker.dispatchEvent(new MessageEvent('message', {data: {verb: 'dropped'}}))");

    assertWhole(tab.until(ENDED));
  }

  @Test
  void tenTabsFollowOneRunThroughOneConnection() {
    ServedPage page = kept(ServedPage.answering(folder, RATE, words(WORDS)));
    Tab first = ask(open(page), "Why?").until(BEGUN);
    String address = first.read("location.href");

    IntStream.range(1, 10)
        .mapToObj(number -> tab().go(address))
        .toList()
        .forEach(tab -> assertWhole(tab.until(ENDED)));
    assertWhole(first.until(ENDED));
  }

  @Test
  void anyTabShowsEightColumnsToTheirEnds() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(WORDS)));
    Tab tab = open(page);
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants");
    String add = "[...document.querySelectorAll('.variants > p button')].at(-1).click()";
    for (int more = 3; more <= 8; more++) {
      tab.read(add);
      tab.until("document.querySelectorAll('fieldset').length === " + more);
    }
    tab.focus("#prompt").type("Why?").press("Enter");

    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 8");
    assertThat(
            tab.read(
                "[...document.querySelectorAll('.text')].filter(text => text.innerText ==="
                    + Tab.quoted(sentence(WORDS))
                    + ").length"))
        .isEqualTo("8");
  }

  /** Words, their ends, and the lines open and end: a line more or less would show. */
  private static void assertWhole(Tab tab) {
    assertThat(tab.text(".text")).isEqualTo(sentence(WORDS));
    assertThat(tab.read("document.querySelector('article').dataset.lines"))
        .isEqualTo(String.valueOf(WORDS + 3));
  }
}
