package io.sluice.page.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A browser for all tests of a class, and servers that end with each test. */
@Tag("browser")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  /** Until the page can be used. */
  static final String READY = "document.querySelector('#prompt')";

  static final String ENDED = "document.querySelector('article[aria-busy=false]')";

  private final List<ServedPage> pages = new ArrayList<>();
  private Chromium chromium;

  @BeforeAll
  void startBrowser(@TempDir Path profile) {
    chromium = Chromium.start(profile);
  }

  @AfterAll
  void endBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void endServers() {
    pages.forEach(ServedPage::close);
    pages.clear();
  }

  /** Has a server end with the test. */
  ServedPage kept(ServedPage page) {
    pages.add(page);
    return page;
  }

  Tab tab() {
    return chromium.tab();
  }

  /** A tab on the page, when it can be used. */
  Tab open(ServedPage page) {
    return tab().go(page.address()).until(READY).until("!location.hash");
  }

  /** Asks by keyboard, and waits until the question has an answer, which may have no text yet. */
  static Tab ask(Tab tab, String question) {
    tab.focus("#prompt").type(question).press("Enter");
    return tab.untilThereIs("article");
  }

  /** So many pieces, no two of which are equal. */
  static List<String> words(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(word -> "word" + word + " ").toList();
  }

  /** What the words of {@link #words} are as text of an element. */
  static String sentence(int number) {
    return String.join("", words(number)).strip();
  }
}
