package io.sluice.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it lies, from the repository's root
 * @param text all of it
 */
record Page(Path file, String text) {

  /** The repository's root; tests run in their module's folder. */
  static final Path ROOT = Path.of("..");

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)]+)\\)");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  static Page read(String file) throws IOException {
    return new Page(Path.of(file), Files.readString(ROOT.resolve(file)));
  }

  /** The pages at the root and under {@code docs}. */
  static List<Page> all() throws IOException {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> files =
          Stream.concat(root, docs)
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .toList();
      return files.stream().map(Page::of).toList();
    }
  }

  /** What stands in fences that are marked with {@code language}. */
  List<String> blocks(String language) {
    return all(Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$"));
  }

  /** Where its links lead, those to other sites left out; perhaps with an anchor. */
  List<String> links() {
    return all(LINK);
  }

  /** The anchors of its headings, as GitHub makes them. */
  List<String> anchors() {
    return HEADING
        .matcher(FENCE.matcher(text).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private List<String> all(Pattern pattern) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static Page of(Path file) {
    try {
      return read(ROOT.relativize(file).toString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
