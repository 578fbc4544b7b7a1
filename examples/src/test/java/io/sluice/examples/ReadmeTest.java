package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages and the repository together. */
final class ReadmeTest {

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  @Test
  void settingUpTakesTwoCommands() throws IOException {
    Page readme = Page.read("README.md");
    String beforeTheFirstChapter = readme.text().split("\n## ", 2)[0];
    assertThat(new Page(readme.file(), beforeTheFirstChapter).blocks("sh"))
        .containsExactly("./sluice \"Write a haiku about coding.\"\n", "./mvnw verify\n");
  }

  @Test
  void theReadmeShowsTheSmallestProgram() throws IOException {
    assertThat(Page.read("README.md").blocks("java"))
        .hasSizeGreaterThan(1)
        .first()
        .asString()
        .startsWith("try (var transport = NettyTransport.open(Endpoint.fromEnvironment())) {");
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Page.read("README.md").text().lines()).hasSizeLessThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyJavaBlockIsLiftedFromTheExamples(Page page) throws IOException {
    List<String> sources = new ArrayList<>(Sources.under("examples/src"));
    sources.addAll(Sources.under("bridges"));
    sources.addAll(Sources.under("server"));
    sources.addAll(Sources.under("cli"));
    sources.addAll(Sources.under("kafka"));
    List<String> examples = sources.stream().map(Sources::flush).toList();
    assertThat(page.blocks("java"))
        .allSatisfy(
            block -> assertThat(examples).anyMatch(text -> text.contains(Sources.flush(block))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Page page) throws IOException {
    for (String link : page.links()) {
      String[] parts = link.split("#", 2);
      Path file =
          parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
      assertThat(Page.ROOT.resolve(file)).exists();
      if (parts.length > 1) {
        assertThat(Page.read(file.toString()).anchors()).as(link).contains(parts[1]);
      }
    }
  }
}
