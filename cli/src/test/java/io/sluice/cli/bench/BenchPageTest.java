package io.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.Objective;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.run.Bench;
import io.sluice.bench.run.BenchSetup;
import io.sluice.bench.run.LevelSource;
import io.sluice.bench.workload.SyntheticPrompts;
import io.sluice.bench.workload.TokenLengths;
import io.sluice.chat.ChatRequest;
import io.sluice.cli.Sluice;
import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import io.sluice.tokens.ModelEncoding;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/bench.md and the command together. */
class BenchPageTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./sluice (bench .*)$");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "bench.md"));
  }

  /** In less time than the page takes, with shorter prompts, and without a server. */
  @Test
  void theCommandsOfThePageRun(@TempDir Path folder) throws IOException {
    List<String> commands = COMMAND.matcher(page()).results().map(each -> each.group(1)).toList();

    for (String command : commands) {
      List<String> words = words(command);
      if (!words.contains("compare") && !words.contains("merge")) {
        words.addAll(List.of("--offline", "--synthetic", "in=9,out=2"));
      }
      Sluice.Ran ran = Sluice.command().in(folder).run(words.toArray(String[]::new));
      assertThat(ran.code())
          .as(command + "\n" + ran.err())
          .isIn(ExitCode.COMPLETED, ExitCode.VOID, ExitCode.CUT);
      assertThat(ran.out()).as(command).isNotEmpty();
    }
    assertThat(commands).hasSizeGreaterThan(6);
  }

  private static List<String> words(String command) {
    String shorter =
        command
            .replaceFirst(" > .*", "")
            .replaceFirst("--for \\S+", "--for 500ms")
            .replaceFirst("--sweep ", "--sweep=3 ");
    List<String> words = new ArrayList<>();
    Matcher each = WORD.matcher(shorter);
    while (each.find()) {
      words.add(each.group(1) == null ? each.group(2) : each.group(1));
    }
    return words;
  }

  @Test
  void thePageListsEveryMetricAsItDescribesItself() throws IOException {
    String table =
        Arrays.stream(Metric.values())
            .map(metric -> "| `" + metric.word() + "` | " + metric.meaning() + " |\n")
            .collect(Collectors.joining("", "| metric | time |\n|---|---|\n", ""));

    assertThat(page()).contains("<!-- metrics -->\n" + table + "<!-- /metrics -->");
  }

  @Test
  void theProgramOfThePageRuns() throws Exception {
    var tokens = new ModelTokens(ModelEncoding.of("gpt-4o"));
    try (Simulator server = Simulator.start();
        var transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      // <program>
      var prompts = new SyntheticPrompts(TokenLengths.parse("in=20,out=8"), 1, tokens);
      var setup =
          BenchSetup.builder(transport, ChatRequest.builder("my-model").build(), prompts, tokens)
              .objectives(Objective.parse("ttft<500ms"))
              .build();
      var bench = new Bench(setup, new Bench.Watcher() {});
      List<LevelReport> levels =
          bench.run(
              LevelSource.of(List.of(new LoadLevel.Closed(1), new LoadLevel.Closed(4))),
              Extent.of(20),
              1,
              Duration.ofMinutes(5));
      double start = levels.get(1).times(Metric.TTFT).percentile(90);
      // </program>

      assertThat(start).isPositive();
      assertThat(levels).hasSize(2).allMatch(level -> level.counts().failed() == 0);
    }
    String source =
        Files.readString(Path.of("src/test/java/io/sluice/cli/bench/BenchPageTest.java"));
    String program = between(source, "      // <program>\n", "      // </program>");
    assertThat(between(page(), "<!-- program -->\n```java\n", "```\n<!-- /program -->"))
        .isEqualTo(program.replaceAll("(?m)^ {6}", ""));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
