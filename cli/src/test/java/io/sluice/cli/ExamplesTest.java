package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What help and pages show can be typed as it stands: without a network, in an empty home. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
class ExamplesTest {
  private static final List<String> PAGES = List.of("README.md", "docs/command.md");
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```");
  private static final Pattern PROMPT = Pattern.compile("(?m)^\\$ (.*)\\n");
  private static final Pattern VARYING = Pattern.compile(" *[0-9.]+ ms|chatcmpl-[0-9a-f]+");
  private static final Pattern SERVES = Pattern.compile("\\bsluice (simulate|serve)\\b");
  private static final String CHUNK =
      "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";

  /** A request with a tool. */
  private static final String REQUEST =
      """
      {"model": "gpt-4o", "messages": [{"role": "user", "content": "What time is it?"}],
       "tools": [{"type": "function", "function": {"name": "clock",
         "description": "Tells the time", "parameters": {"type": "object", "properties": {
           "zone": {"type": "string", "description": "Such as UTC"}}}}}]}
      """;

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void make() throws IOException {
    shell = Shell.in(folder);
    String events = "data: " + CHUNK + "\n\ndata: [DONE]\n\n";
    Files.writeString(folder.resolve("notes.txt"), "Rivers run to the sea.\n");
    Files.writeString(folder.resolve("request.json"), REQUEST);
    Files.writeString(folder.resolve("person.json"), "{\"type\": \"object\"}\n");
    Files.writeString(folder.resolve("questions.txt"), "Hello!\nAnd again.\n");
    Files.writeString(folder.resolve("prompts.txt"), "Hello!\nAnd again.\n");
    Files.writeString(folder.resolve("haiku.sse"), events);
    Files.writeString(
        folder.resolve("haiku.jsonl"),
        "{\"type\":\"open\",\"version\":1}\n{\"type\":\"chunk\",\"at_ms\":1,\"data\":"
            + CHUNK
            + "}\n{\"type\":\"end\",\"status\":\"completed\"}\n");
  }

  static Stream<Example> examples() {
    return Commands.commands().stream()
        .flatMap(command -> command.examples().stream())
        .filter(example -> !SERVES.matcher(example.line()).find());
  }

  static List<String> servers() {
    return Commands.commands().stream()
        .flatMap(command -> command.examples().stream())
        .map(Example::line)
        .filter(line -> SERVES.matcher(line).find())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleOfTheHelpDoesWhatItSays(Example example) throws Exception {
    Shell.Ran ran = shell.run("set -o pipefail\n" + example.line(), Map.of());

    // A benchmark on a busy machine says that its figures are void, and is right.
    boolean measures = example.line().startsWith("sluice bench");
    assertThat(ran.code())
        .as(example.line() + "\n" + ran.err())
        .isIn(0, measures ? ExitCode.VOID.number() : 0);
    assertThat(ran.err().lines())
        .as(example.line())
        .allMatch(line -> !line.startsWith("sluice: ") && !line.contains("Exception"));
  }

  /** On any port: the one that is shown may be taken. */
  @ParameterizedTest
  @MethodSource("servers")
  void anExampleThatServesIsThere(String line) throws Exception {
    String words = line.replaceAll("--port \\d+", "").replaceFirst("^sluice ", "") + " --port 0";
    try (Child child = Child.start(folder, "", words.strip().split("\\s+", -1))) {
      assertThat(child.readLine()).startsWith("http://127.0.0.1:");
      child.signal("TERM");
      assertThat(child.exitCode()).isEqualTo(143);
    }
  }

  static List<String> pages() {
    return PAGES;
  }

  /** One block after the other, as somebody would try them. */
  @ParameterizedTest
  @MethodSource("pages")
  @Timeout(value = Shell.MOST_MINUTES, unit = TimeUnit.MINUTES)
  void theCommandsOfAPageRun(String page) throws Exception {
    String text = text(page);
    Files.writeString(folder.resolve("README.md"), text);
    Files.copy(folder.resolve("haiku.sse"), folder.resolve("recorded.sse"));
    String script =
        SHELL
            .matcher(text)
            .results()
            .flatMap(block -> block.group(1).lines())
            .filter(line -> line.contains("./sluice ") && !SERVES.matcher(line).find())
            .filter(line -> !line.contains("anthropic")) // It has nobody offline; see below.
            .filter(line -> !line.contains("sluice bench")) // Void on a busy machine; see its page.
            .map(line -> line.replaceFirst("\\s+# .*", "") + " || echo 'failed' >&2")
            .collect(Collectors.joining("\n"));
    Files.delete(folder.resolve("haiku.sse"));
    Files.delete(folder.resolve("haiku.jsonl"));

    // The built-in model's answers are archived only where a conversation asks for it.
    String before = "git init -q .\n./sluice --conversation trip 'Where do rivers run?'\n";
    Shell.Ran ran = shell.run(before + script, Map.of());

    assertThat(script.lines()).hasSizeGreaterThan(4);
    assertThat(ran.err().lines())
        .allMatch(line -> !line.contains("failed") && !line.startsWith("sluice: "));
  }

  static List<String> consoles() throws IOException {
    List<String> blocks = new ArrayList<>();
    for (String page : PAGES) {
      CONSOLE.matcher(text(page)).results().map(block -> block.group(1)).forEach(blocks::add);
    }
    CONSOLE.matcher(text("docs/tokens.md")).results().map(it -> it.group(1)).forEach(blocks::add);
    assertThat(blocks).hasSizeGreaterThan(8);
    return blocks;
  }

  /** Stdout and stderr as a terminal mingles them, without the notice of the built-in model. */
  @ParameterizedTest
  @MethodSource("consoles")
  void aCommandPrintsWhatThePageShows(String block) throws Exception {
    Matcher prompts = PROMPT.matcher(block);
    while (prompts.find()) {
      String shown = block.substring(prompts.end()).split("(?m)^\\$ ", 2)[0];

      Shell.Ran ran = shell.run(prompts.group(1) + " 2>&1", Map.of());

      String printed = ran.out().replaceAll("(?m)^offline: .*\\n", "");
      assertThat(VARYING.matcher(printed).replaceAll("#"))
          .as(prompts.group(1))
          .matches(anyWhereLeftOut(VARYING.matcher(shown).replaceAll("#")));
    }
  }

  /** What matches the text, with anything where it has an ellipsis. */
  private static Pattern anyWhereLeftOut(String text) {
    String quoted =
        Stream.of(text.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(quoted, Pattern.DOTALL);
  }

  private static String text(String page) throws IOException {
    return Files.readString(Path.of("..").resolve(page));
  }

  @Test
  @Timeout(value = Shell.MOST_MINUTES, unit = TimeUnit.MINUTES)
  void theCommandsInAnotherDialectRun() throws Exception {
    List<String> lines =
        text("docs/command.md")
            .lines()
            .filter(line -> line.startsWith("./sluice ") && line.contains("anthropic"))
            .toList();
    byte[] answer =
        Files.readAllBytes(
            Path.of("src/test/resources/io/sluice/cli/anthropic/thinking-and-tools.sse"));
    try (RawServer server = RawServer.answering(ChunkedAnswer.events(answer))) {
      for (String line : lines) {
        Shell.Ran ran =
            shell.run(
                line, Map.of("ANTHROPIC_API_KEY", "sk-1", "ANTHROPIC_BASE_URL", server.url()));

        assertThat(ran.code()).as(line + "\n" + ran.err()).isZero();
      }
    }
    assertThat(lines).isNotEmpty();
  }
}
