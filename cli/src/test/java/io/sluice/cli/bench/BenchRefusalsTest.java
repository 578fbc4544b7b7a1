package io.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.Sluice;
import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command refuses, in one line and before anything is sent. */
class BenchRefusalsTest {

  @TempDir private Path folder;

  private Sluice.Ran bench(String... arguments) {
    var all = new ArrayList<>(List.of("bench"));
    all.addAll(List.of(arguments));
    return Sluice.command().in(folder).run(all.toArray(String[]::new));
  }

  /** The second prompt has a role that the dialect does not know. */
  @Test
  void aPromptThatCannotBeAskedIsFoundBeforeAnyIsSent() throws IOException {
    var asked = new AtomicInteger();
    Files.writeString(
        folder.resolve("p.jsonl"),
        "{\"prompt\":\"One\"}\n{\"messages\":[{\"role\":\"chorus\",\"content\":\"Two\"}]}");
    try (Simulator server =
        Simulator.builder().onRequest(request -> asked.incrementAndGet()).start()) {
      Sluice.Ran ran =
          bench(
              "--base-url",
              server.baseUrl().toString(),
              "--dialect",
              "anthropic",
              "-m",
              "any",
              "--prompts",
              "p.jsonl",
              "--requests",
              "4");

      assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).startsWith("sluice: prompt 2: ").hasLineCount(1);
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void aFileThatIsNoReportIsRefusedInOneLine() throws IOException {
    Files.write(folder.resolve("bytes.json"), new byte[] {'{', (byte) 0xE9, '}'});
    Files.writeString(folder.resolve("other.json"), "{\"levels\": 7}");

    for (String name : List.of("bytes.json", "other.json")) {
      Sluice.Ran ran = bench("merge", name);
      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).contains(name).endsWith("\n").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--concurrency 1 --rate 2       | --concurrency and --rate exclude each other",
        "--for 2s --requests 5          | --for and --requests exclude each other",
        "--concurrency 0                | --concurrency: a concurrency of 0 sends nothing",
        "--rate 0                       | --rate: a rate of 0.0 sends nothing",
        "--rate x                       | --rate is 'x'; use a number",
        "--sweep=2                      | --sweep is '2'; use 3 or more",
        "--max-in-flight 2              | --max-in-flight is for open loads; use it with --rate",
        "--slo fast                     | --slo: 'fast' is no objective",
        "--arrival now                  | --arrival: 'now' is no arrival",
        "--synthetic in=0               | --synthetic: lengths must be positive",
        "--trace nowhere                | nowhere",
        "--ramp 2..1/1s                 | --ramp: a ramp from 2 to 1 does not grow",
        "compare a.json                 | name at least 2 reports",
        "merge nowhere.json             | nowhere.json",
        "everything                     | is one argument too many"
      })
  void whatMeansNothingIsRefusedBeforeAnythingIsSent(String arguments, String message) {
    Sluice.Ran ran = bench(arguments.split(" +", -1));

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).contains(message);
  }
}
