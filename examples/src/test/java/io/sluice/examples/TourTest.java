package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds docs/tour.md and the sources together: each type that it names is a file. */
final class TourTest {

  /** A name in backticks that looks like a type; of a nested one, the type around it. */
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.[A-Z]\\w*)*`");

  /** A type with its package behind it. */
  private static final Pattern PLACED =
      Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.[A-Z]\\w*)*`\\s+\\(`(io\\.sluice[a-z.]*)`\\)");

  private static List<String> sources;

  @BeforeAll
  static void list() throws IOException {
    sources = Sources.names();
  }

  @Test
  void eachTypeIsASourceFile() throws IOException {
    Set<String> files =
        sources.stream()
            .map(file -> file.substring(file.lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
    assertThat(named(TYPE, 1))
        .hasSizeGreaterThan(50)
        .allSatisfy(type -> assertThat(files).as(type).contains(type + ".java"));
  }

  @Test
  void eachTypeIsInThePackageBehindIt() throws IOException {
    assertThat(named(PLACED, 2)).hasSizeGreaterThan(30);
    assertThat(
            PLACED
                .matcher(Page.read("docs/tour.md").text())
                .results()
                .map(placed -> placed.group(2).replace('.', '/') + "/" + placed.group(1) + ".java"))
        .allSatisfy(file -> assertThat(sources).as(file).contains(file));
  }

  private static List<String> named(Pattern pattern, int group) throws IOException {
    return pattern
        .matcher(Page.read("docs/tour.md").text())
        .results()
        .map(found -> found.group(group))
        .toList();
  }
}
