package io.sluice.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking, reading and stopping. */
class ChatTest extends BrowserTest {

  private static final int ENDLESS = 100_000;

  @TempDir private Path folder;

  @Test
  void anAnswerComesWithItsFigures() {
    Tab tab = ask(open(kept(ServedPage.answering(folder, 0, words(50)))), "Why?");
    tab.until(ENDED);

    assertThat(tab.text(".text")).isEqualTo(sentence(50));
    assertThat(tab.text(".question")).contains("Why?");
    assertThat(tab.text(".figures")).contains("tokens", "speed", "first", "time", "prompt");
    assertThat(tab.read("document.querySelector('#prompt').value")).isEmpty();
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void anAnswerIsReadWhileItComesAndStoppedInAnotherTab() {
    ServedPage page = kept(ServedPage.answering(folder, 20, words(ENDLESS)));
    Tab first =
        ask(open(page), "Why?")
            .until("document.querySelector('.text').innerText.includes('word5')");
    Tab second = tab().go(first.read("location.href")).untilThereIs(".text p");

    second.press("Escape");

    first.until(ENDED);
    second.until(ENDED);
    assertThat(first.text(".mark")).contains("Stopped", "Retry", "Continue");
    assertThat(first.text(".text")).isEqualTo(second.text(".text")).startsWith("word1 word2");
  }

  @Test
  void stopWorksBeforeTheFirstToken() {
    ServedPage page =
        kept(ServedPage.of(folder, model -> model.fault(Fault.parse("comments-only=0"))));
    Tab tab = ask(open(page), "Why?");
    tab.until("document.querySelector('.waiting').innerText.includes('model-a at 127.0.0.1')");

    tab.click("button.stop").until(ENDED);

    assertThat(tab.text(".mark")).contains("Stopped");
    assertThat(tab.read("document.activeElement.id")).isEqualTo("prompt");
  }

  @Test
  void aCutAnswerIsKeptAndContinued() {
    ServedPage page = kept(ServedPage.of(folder, model -> model.fault(Fault.parse("cut=9"))));
    Tab tab = ask(open(page), "Tell me a story.").until(ENDED);

    assertThat(tab.text(".mark")).contains("Cut off", "What came before is kept");
    tab.read("[...document.querySelectorAll('.mark button')].at(-1).click()");
    tab.until("document.querySelectorAll('article').length === 2");
    assertThat(tab.text(".turn:last-child .question")).contains("Continue exactly");
  }

  @Test
  void thePromptIsKeptWhenTheServerIsGoneAndWhenTheTabIsLoadedAnew() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(5)));
    Tab tab = open(page);
    page.relay().cut();

    tab.focus("#prompt").type("Why, please?").press("Enter").untilThereIs(".mark.bad");

    assertThat(tab.text(".mark.bad")).contains("cannot be reached", "sluice serve");
    assertThat(tab.read("document.querySelector('#prompt').value")).isEqualTo("Why, please?");
    page.relay().leadTo(page.port());
    tab.reload();
    tab.until(READY);
    assertThat(tab.read("document.querySelector('#prompt').value")).isEqualTo("Why, please?");
  }

  @Test
  void aComparisonIsReproducedByItsAddress() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(20)));
    Tab tab = open(page);
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type("Why?").press("Enter");
    String bothEnded = "document.querySelectorAll('article[aria-busy=false]').length === 2";
    tab.until(bothEnded);

    assertThat(tab.text(".measures")).contains("Streaming", "Waiting", "complete");
    Tab other = tab().go(tab.read("location.href")).until(bothEnded);
    other.until("document.querySelectorAll('.measures tbody tr').length === 2");
    assertThat(other.text(".columns")).contains("Streaming", "Waiting", sentence(20));
  }

  @Test
  void aPastAnswerIsFoundOpenedReplayedAndDeleted() {
    ServedPage page = kept(ServedPage.answering(folder, 0, words(30)));
    Tab tab = ask(open(page), "What is a weir?").until(ENDED);
    tab.until("document.querySelector('.past .title')?.innerText === 'What is a weir?'");

    tab.focus("#search")
        .type("weir")
        .until("document.querySelector('.hits').innerText === '1 answer'");
    tab.read("document.querySelector('.actions a').click()");
    tab.until("document.querySelector('.by').innerText.includes('replay')").until(ENDED);
    assertThat(tab.text(".text")).isEqualTo(sentence(30));
    tab.read("location.hash = document.querySelector('.past a').hash");
    tab.until("!document.querySelector('.by').innerText.includes('replay')").until(ENDED);
    tab.read("[...document.querySelectorAll('.actions button')].at(-1).click()");
    tab.untilThereIs(".asked").click(".asked .stop").untilThereIs(".empty");
    tab.until("!document.querySelector('.past a')");
  }

  @Test
  void aTokenThatIsForNoEndpointIsTold() {
    Tab tab =
        open(kept(ServedPage.answering(folder, 0, List.of("No."))))
            .before(
                "(() => { const real = window.fetch; window.fetch = async (...order) => {"
                    + " const reply = await real(...order); if (order[0] !== '/api/about') return"
                    + " reply; const about = await reply.json(); return new Response("
                    + "JSON.stringify({...about, endpoints: []})) } })()");
    tab.reload();

    tab.untilThereIs("main.closed");
    assertThat(tab.text("[role=alert]")).contains("no endpoint of the server");
  }
}
