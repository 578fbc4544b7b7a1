package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the command lines of the pages and the command together, by the words of its source. */
final class CommandLinesTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:.*\\s)?(?:\\./)?sluice (.*)$");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern SINK = Pattern.compile("--sink ([a-z]+)(?::(\\S+))?");
  private static final Pattern FLAG = Pattern.compile("`(--[a-z]+(?:-[a-z]+)*|-[a-z]\\b)");
  private static final Pattern OPTION = Pattern.compile("(?m)^\\| `([a-z]+):([a-z]+)` \\|");
  private static final Pattern NUMBERED = Pattern.compile("(?m)^\\| (\\d+)(?:, (\\d+))? \\|");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^  [A-Z_]+\\(\\s*(\\d+),");

  /** Without the quoted prompts and the comments. */
  static List<String> commandLines() throws IOException {
    return Page.all().stream()
        .flatMap(page -> Stream.of("sh", "console").flatMap(kind -> page.blocks(kind).stream()))
        .flatMap(block -> COMMAND.matcher(block).results())
        .map(match -> QUOTED.matcher(match.group(1)).replaceAll("QUOTED").replaceAll("\\s#.*", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void theCommandKnowsEachWord(String line) throws IOException {
    String source = String.join("\n", Sources.under("cli/src/main"));
    String first = line.split(" ", 2)[0];
    if (!first.equals("QUOTED") && !first.startsWith("-")) {
      assertThat(source).contains("return \"" + first + "\";");
    }
    Stream<String> flags =
        Stream.of(line.split(" ", -1))
            .filter(word -> word.matches("--?[a-z].*"))
            .map(word -> word.split("=", 2)[0]);
    assertThat(flags).allSatisfy(flag -> assertThat(source).containsPattern(declaration(flag)));
  }

  /**
   * How the table of flags has it: {@code RECORD("record")}, or {@code SEED(SettingKey.SEED)} of
   * one that settings files know too, with a letter in front of either.
   */
  private static String declaration(String flag) {
    if (!flag.startsWith("--")) {
      return "  [A-Z_]+\\('" + flag.substring(1) + "', [\"S]";
    }
    String name = flag.substring(2);
    String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return "  [A-Z_]+\\((?:'.', )?(?:\"" + name + "\"[,)]|SettingKey\\." + constant + "\\))";
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void theSinksKnowTheirOptions(String line) {
    assertThat(SINK.matcher(line).results()).allSatisfy(CommandLinesTest::known);
  }

  @Test
  void thePageListsTheExitCodesThereAre() throws IOException {
    String source =
        Files.readString(
            Page.ROOT.resolve("cli/src/main/java/io/sluice/cli/command/ExitCode.java"));
    Page page = Page.read("docs/command.md");
    assertThat(numbers(NUMBERED, page.text()))
        .contains("0", "143")
        .containsExactlyInAnyOrderElementsOf(numbers(CONSTANT, source));
  }

  @Test
  void thePageNamesFlagsAndOptionsThatThereAre() throws IOException {
    String page = Page.read("docs/command.md").text();
    String source = String.join("\n", Sources.under("cli/src/main"));
    assertThat(FLAG.matcher(page).results().map(flag -> flag.group(1)))
        .hasSizeGreaterThan(30)
        .allSatisfy(flag -> assertThat(source).containsPattern(declaration(flag)));
    assertThat(OPTION.matcher(page).results())
        .hasSizeGreaterThan(15)
        .allSatisfy(CommandLinesTest::known);
  }

  private static void known(MatchResult sink) throws IOException {
    String source =
        String.join("\n", Sources.under("sinks"))
            + String.join("\n", Sources.under("kafka"))
            + String.join("\n", Sources.under("kafka-plugin"))
            + String.join("\n", Sources.under("examples/src"));
    assertThat(source.contains("bindSink(\"" + sink.group(1) + "\")")).as(sink.group()).isTrue();
    if (sink.group(2) != null) {
      assertThat(sink.group(2).split(",", -1))
          .allMatch(option -> source.contains("\"" + option.split("=", 2)[0] + "\""));
    }
  }

  private static List<String> numbers(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .flatMap(
            match ->
                Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                    .map(match::group))
        .filter(number -> number != null)
        .toList();
  }
}
