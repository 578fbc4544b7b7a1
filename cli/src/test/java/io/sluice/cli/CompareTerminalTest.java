package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.screen.Cells;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice compare} as a person at a terminal sees it. */
@Tag("thorough")
class CompareTerminalTest {
  private static final String SIDE_BY_SIDE = "(?s).*\nword-%1$d +│ word-%1$d\n.*";

  @TempDir private Path folder;

  @Test
  void theAnswersStreamSideBySideAndBelowThemWhatTheyTakeUntilNow() throws IOException {
    try (Simulator server = words("stall=60");
        Window window = compare(server, "--models", "a,b", "hello")) {
      window.until(text -> text.matches("(?s).*240 tokens · .*tok/s.*│.*240 tokens · .*tok/s.*"));
      List<String> rows = window.rows();

      assertThat(rows).hasSize(24);
      assertThat(rows.get(0)).matches("a +│ b");
      assertThat(rows.get(1)).matches("─{39}┼─{39}");
      assertThat(rows.get(2)).matches("word-40 +│ word-40");
      assertThat(rows.get(22)).matches("word-60 +│ word-60");
      String below = "\\d+\\.\\d s · ~?240 tokens · \\d+(\\.\\d)? tok/s";
      assertThat(rows.get(23)).matches(below + " +│ " + below);
    }
  }

  @Test
  void aSignalLeavesTheWholeAnswersAndTheirFigures() throws IOException {
    try (Simulator server = words("stall=60");
        Window window = compare(server, "--models", "a,b", "hello")) {
      window.until(text -> text.matches("(?s).*240 tokens.*│.*240 tokens.*"));
      assertThat(window.modes()).isEqualTo("1 0 0");
      window.press("C-c");
      Window.Ended ended = window.ended();
      assertThat(window.modes()).isEqualTo("0 1 1");

      assertThat(ended.code()).isEqualTo(130);
      List<String> lines = ended.text().lines().toList();
      assertThat(lines.get(0)).matches("a +│ b");
      assertThat(lines.get(2)).matches("word-1 +│ word-1");
      assertThat(lines.get(61)).matches("word-60 +│ word-60");
      assertThat(lines.get(62)).isEmpty();
      assertThat(lines.subList(63, lines.size()))
          .satisfiesExactly(
              names -> assertThat(names).matches(" +a +b"),
              first -> assertThat(first).startsWith("first token"),
              total -> assertThat(total).startsWith("total"),
              tokens -> assertThat(tokens).matches("tokens +~?240 +~?240"),
              rate -> assertThat(rate).startsWith("tokens/s"),
              chunks -> assertThat(chunks).matches("chunks +60 +60"),
              gap -> assertThat(gap).startsWith("longest gap"),
              reason -> assertThat(reason).matches("finish reason +- +-"),
              status -> assertThat(status).matches("status +stopped +stopped"),
              error -> assertThat(error).startsWith("sluice: a: stopped after 60 chunks"),
              error -> assertThat(error).startsWith("sluice: b: stopped after 60 chunks"));
    }
  }

  @Test
  void whoeverDoesNotStreamIsWaitedForVisibly() throws IOException {
    try (Simulator server = Simulator.builder().rate(1).start();
        Window window = compare(server, "-m", "sluice-offline", "Write a haiku about coding.")) {
      window.until(
          text ->
              text.matches(
                  "(?s).*\n\\w[^\n│]*│ . nothing to read for \\d.*\\d tokens.*│ \\d+\\.\\d s · waiting"));
      window.press("C-c");
      String shown = window.ended().text();

      assertThat(shown).startsWith("streaming ").doesNotContain("nothing to read");
      assertThat(shown).containsPattern("status +stopped +stopped\n");
    }
  }

  @Test
  void aResizedWindowIsDrawnAnewAndANarrowOneGetsTheAnswersInTurn() throws IOException {
    try (Simulator server = words("stall=60");
        Window window = compare(server, "--models", "a,b", "hello")) {
      window.until(text -> text.matches(SIDE_BY_SIDE.formatted(60)));
      window.resize(60, 10);
      window.until(text -> text.matches("(?s)a {28}│ b\n─{29}┼─{29}\nword-54 .*word-60 .*tok.*"));
      window.resize(40, 10);
      window.until(text -> text.matches("(?s)a {18}│ b\n─{19}┼─{19}\nword-54 .*word-60 .*tok.*"));
      window.press("C-c");
      Window.Ended ended = window.ended();

      assertThat(ended.text())
          .startsWith("--- a ---\nword-1\nword-2\n")
          .contains("word-60\n\n--- b ---\nword-1\n")
          .containsPattern("status +stopped +stopped\n");
    }
  }

  @Test
  void whereThereIsNoRoomTheAnswersComeInTurnAndALineTellsOfAll() throws IOException {
    try (Simulator server = words("stall=60");
        Window window = compare(server, "--models", "a,b,c,d", "hello")) {
      window.until(" a: 60 chunks · b: 60 chunks · c: 60 chunks · d: 60 chunks · ");
      window.press("C-c");
      Window.Ended ended = window.ended();

      assertThat(ended.text())
          .startsWith("--- a ---\nword-1\n")
          .contains("word-60\n\n--- c ---\nword-1\n", "word-60\n\n--- d ---\nword-1\n")
          .doesNotContain("chunks ·", "│");
    }
  }

  @Test
  void theFrameStandsWhateverTheModelsSay() throws IOException {
    String hostile = "漢字かな交じり文 🚀🚀 ご覧ください, e\\u0301\\u0301 \\u001b[2J\\u001b[5;5H\\r\\u0007 ok\\n";
    try (Simulator server = replaying(event(hostile.repeat(3))).start();
        Window window = compare(server, "--models", "a,b", "hello")) {
      List<String> rows = window.ended().text().lines().takeWhile(row -> !row.isEmpty()).toList();

      assertThat(rows).hasSizeGreaterThan(6);
      assertThat(rows.subList(2, rows.size()))
          .allSatisfy(
              row -> assertThat(Cells.of(row.substring(0, row.indexOf('│')))).isEqualTo(39));
      assertThat(String.join("", rows)).contains("␛[2J␛[5;5H␍␇ ok");
    }
  }

  @Test
  void aDumbTerminalGetsTextAlone() throws IOException {
    try (Simulator server = replaying(event("word\\n")).start();
        Window window =
            Window.openShell(
                folder,
                environment(server),
                "TERM=dumb sluice compare --models a,b hello 2>&1 | cat -v;"
                    + " TERM=dumb sluice compare --models a,b hello")) {
      window.ended();

      assertThat(window.styled())
          .contains("--- a ---\nword\n\n--- b ---\nword\n")
          .doesNotContain("\033", "^[", "│");
    }
  }

  @Test
  void beforeOneObjectIsPrintedALineTellsOfAll() throws IOException {
    try (Simulator server = words("no-headers");
        Window window =
            Window.openShell(
                folder,
                environment(server),
                "sluice compare --json --models a,b hello >answers.json")) {
      window.until(text -> text.matches(". a: waiting · b: waiting · [1-9]\\d*\\.\\d s"));
      window.press("C-c");

      assertThat(window.ended().text()).doesNotContain("waiting").contains("sluice: b: stopped");
      assertThat(folder.resolve("answers.json")).content().startsWith("{\"variants\":[{");
    }
  }

  private Window compare(Simulator server, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(arguments));
    return Window.open(folder, environment(server), all.toArray(String[]::new));
  }

  private static Map<String, String> environment(Simulator server) {
    return Map.of("OPENAI_BASE_URL", server.baseUrl().toString());
  }

  /** A hundred words, a line and four tokens each. */
  private static Simulator words(String fault) {
    var stream = new StringBuilder();
    for (int word = 1; word <= 100; word++) {
      stream.append(event("word-" + word + "\\n"));
    }
    return replaying(stream.toString()).fault(Fault.parse(fault)).start();
  }

  private static SimulatorBuilder replaying(String events) {
    String end = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    String stream = events + end + "data: [DONE]\n\n";
    return Simulator.builder()
        .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream");
  }

  private static String event(String text) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }
}
