package io.sluice.page.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of axe hold in every state, and everything is reached by keyboard alone. */
class AccessibilityTest extends BrowserTest {

  private static final String ANSWER =
      "# Title\n\n## Part\n\nText with `code` and [a link](https://example.org).\n\n"
          + "| a | b |\n|---|---|\n| 1 | 2 |\n\n```java\n"
          + "int a = 1; ".repeat(40)
          + "\n```\n\n> quoted\n\n1. one\n2. two\n";

  @TempDir private Path folder;

  @Test
  void thePageOfTheSimulatorHasNoViolation() {
    try (Simulator simulator = Simulator.builder().rate(20).fault(Fault.parse("cut=5")).start()) {
      Tab tab = tab().go(simulator.baseUrl().resolve("/").toString());
      tab.untilThereIs("tr.always");

      assertRules(tab);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void theEmptyPageTheAnswerAndItsPartsKeepTheRules() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, List.of(ANSWER))));
    assertRules(tab);

    ask(tab, "Why?").until(ENDED);
    tab.untilThereIs(".past a");
    assertRules(tab);

    tab.focus("#search")
        .type("why")
        .until("document.querySelector('.hits').innerText === '1 answer'");
    tab.read("document.querySelectorAll('details').forEach(each => { each.open = true })");
    tab.read("[...document.querySelectorAll('.actions > button')].at(-1).click()");
    tab.untilThereIs(".asked");
    assertRules(tab);

    tab.click(".choice").untilThereIs("dialog[open]");
    assertRules(tab);
  }

  @Test
  void aWaitingAStoppedAndAFailedAnswerKeepTheRules() {
    ServedPage page =
        kept(ServedPage.of(folder, model -> model.fault(Fault.parse("comments-only=0"))));
    Tab tab = ask(open(page), "Why?").untilThereIs(".waiting");
    assertRules(tab);

    tab.press("Escape").until(ENDED);
    assertRules(tab);

    page.relay().cut();
    ask(tab, "And now?").untilThereIs("main > .scroll .column > .mark.bad");
    assertRules(tab);
  }

  @Test
  void theComparisonAndTheClosedPageKeepTheRules() {
    ServedPage page = kept(ServedPage.answering(folder, 0, List.of(ANSWER)));
    Tab tab = open(page);
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants");
    assertRules(tab);

    tab.focus("#prompt").type("Why?").press("Enter");
    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    assertRules(tab);

    tab.size(320, 700);
    assertRules(tab);
    assertThat(
            tab.read(
                "(all => [all.scrollWidth, all.scrollHeight].join())(document.documentElement)"))
        .isEqualTo("320,700");

    Tab closed = tab();
    closed.go(page.origin() + "/#t=wrong").untilThereIs(".closed");
    assertRules(closed);
  }

  @Test
  void everythingIsReachedByKeyboard() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, List.of(ANSWER))));
    toTheBeginning(tab);
    tab.press("Tab");
    assertThat(focused(tab)).contains("Skip to the prompt");
    tab.press("Enter").type("First").pressShift("Enter").type("Second").press("Enter");
    tab.untilThereIs("article").until(ENDED).untilThereIs(".past a");
    assertThat(tab.text(".question")).contains("First\nSecond");

    tab.read("document.activeElement.blur()");
    tab.press("/").until("document.activeElement.id === 'search'");
    tab.press("ArrowDown").until("document.activeElement.matches('.past a')");
    tab.press("ArrowUp").until("document.activeElement.id === 'search'");

    toTheBeginning(tab);
    assertThat(tabStops(tab))
        .contains(
            "New", "Compare", "search", "Filter", "model-a · default", "System colours Light Dark")
        .anySatisfy(stop -> assertThat(stop).startsWith("First Second"))
        .contains("Conversation", "Copy", "Replay", "Export …", "Delete")
        .contains("Table", "Code, java", "a link", "prompt", "Send");
  }

  @Test
  void theArrowsLeadFromColumnToColumnAndEscapeStopsThemAll() {
    Tab tab = open(kept(ServedPage.answering(folder, 20, words(100_000))));
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type("Why?").press("Enter");
    tab.until("document.querySelectorAll('section.variant').length === 2");

    tab.focus("section.variant").press("ArrowRight");
    assertThat(tab.read("document.activeElement.querySelector('h3').innerText"))
        .isEqualTo("Waiting");
    tab.press("Escape");

    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    assertThat(tab.text(".measures")).contains("Stopped");
  }

  @Test
  void screenReadersAreToldOfBeginningAndEndAndNotOfEachWord() {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(30))));
    tab.read(
        "window.said = []; new MutationObserver(() => said.push(document.getElementById("
            + "'announcer').textContent)).observe(document.getElementById('announcer'),"
            + " {childList: true, characterData: true, subtree: true})");
    ask(tab, "Why?").until(ENDED);

    tab.until("said.some(words => words.startsWith('Answer complete, '))");
    assertThat(
            tab.read("said.every(words => /^(Answering|Answer complete, .* tokens)$/.test(words))"))
        .isEqualTo("true");
    assertThat(tab.read("document.querySelector('article').closest('[aria-live], [role=status]')"))
        .isEqualTo("null");
  }

  /** In light, dark and forced colours; each element is shown as it will stay. */
  private static void assertRules(Tab tab) {
    tab.read(axe());
    for (String[] colours :
        new String[][] {
          {"prefers-color-scheme", "light"},
          {"prefers-color-scheme", "dark"},
          {"forced-colors", "active"}
        }) {
      tab.emulate(colours[0], colours[1]);
      assertThat(
              tab.read(
                  "axe.run().then(found => found.violations.map(each => each.id + ' ' +"
                      + " each.nodes.map(node => node.html + ' ' + node.failureSummary).join(' ;"
                      + " ')).join(' | '))"))
          .as(colours[1])
          .isEmpty();
    }
  }

  /** Where Tab goes to after the page was loaded. */
  private static void toTheBeginning(Tab tab) {
    tab.read("document.body.tabIndex = -1; document.body.focus()");
  }

  private static String focused(Tab tab) {
    return tab.read(
        "(e => (e.getAttribute('aria-label') || e.innerText || e.id || e.type || e.tagName)"
            + ".replace(/\\s+/g, ' ').trim())(document.activeElement)");
  }

  private static List<String> tabStops(Tab tab) {
    List<String> stops = new ArrayList<>();
    String next = "";
    for (int step = 0; step < 60 && !(next.equals("BODY") && step > 1); step++) {
      tab.press("Tab");
      next = focused(tab);
      stops.add(next);
    }
    return stops;
  }

  private static String axe() {
    String path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream script = AccessibilityTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(script, path).readAllBytes(), UTF_8) + "; 0";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
