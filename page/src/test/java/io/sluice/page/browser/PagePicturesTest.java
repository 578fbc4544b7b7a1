package io.sluice.page.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the documentation, into the folder that is named. */
@EnabledIfSystemProperty(named = PagePicturesTest.FOLDER, matches = ".+")
class PagePicturesTest extends BrowserTest {

  static final String FOLDER = "sluice.pictures";

  private static final String QUESTION = "Why is the sky blue?";
  private static final double RATE = 60;

  @TempDir private Path folder;

  @Test
  void thePictureOfAnAnswer() throws IOException {
    Tab tab = open(kept(ServedPage.answering(folder, RATE, answer())));
    tab.size(1280, 860);
    ask(tab, "Write a haiku about weirs.").until(ENDED);
    tab.read("document.querySelector('nav .button').click()");
    tab.untilThereIs(".empty");
    ask(tab, QUESTION).until(ENDED).until("document.querySelectorAll('.past a').length === 2");
    tab.read("document.querySelector('.scroll').scrollTo(0, 0)");
    take(tab, "page-answer");
  }

  @Test
  void thePictureOfAComparison() throws IOException {
    Tab tab = open(kept(ServedPage.answering(folder, RATE, answer())));
    tab.size(1280, 860);
    tab.read("location.hash = '#compare'");
    tab.untilThereIs(".variants").focus("#prompt").type(QUESTION).press("Enter");
    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 2");
    tab.until("document.querySelector('.past a') && !document.querySelector('.past .live')");
    take(tab, "page-compare");
  }

  private static void take(Tab tab, String name) throws IOException {
    byte[] picture = tab.picture();
    assertThat(picture).hasSizeGreaterThan(1_000);
    Files.write(
        Path.of(Objects.requireNonNull(System.getProperty(FOLDER)), name + ".png"), picture);
  }

  private static List<String> answer() throws IOException {
    String text = Files.readString(Path.of("src", "test", "resources", "answer.md"), UTF_8);
    return Arrays.asList(text.split("(?<= )"));
  }
}
