package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.measure.LevelCounts;
import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.ReportReader;
import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks in a process of their own. */
@Tag("thorough")
@DisabledOnOs(OS.WINDOWS)
class BenchProcessTest {
  private static final int MOST_MINUTES = 5;

  @TempDir private Path folder;

  private int run(String option, String... arguments) throws IOException, InterruptedException {
    List<String> command = Jvm.command(Main.class, arguments);
    command.add(1, option);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(value = MOST_MINUTES, unit = TimeUnit.MINUTES)
  void theMemoryOfABenchmarkDoesNotGrowWithItsRequests() throws Exception {
    run(
        "-Xmx128m",
        "bench",
        "--offline",
        "--concurrency",
        "32",
        "--requests",
        "20000",
        "--synthetic",
        "in=8,out=1",
        "--json",
        "r.json");

    assertThat(Files.readString(folder.resolve("err"))).doesNotContain("OutOfMemory", "sluice:");
    BenchReport report = ReportReader.read(Files.readString(folder.resolve("r.json")));
    LevelCounts counts = report.levels().get(0).counts();
    assertThat(counts.judged()).isEqualTo(18_000);
    assertThat(counts.completed()).isBetween(18_000L, 18_031L);
  }

  /** As many programs as there are processors leave none for the client, whatever it does. */
  @Test
  @Timeout(value = MOST_MINUTES, unit = TimeUnit.MINUTES)
  void aMachineThatOthersKeepBusyVoidsTheLevel() throws Exception {
    List<Process> burning = new ArrayList<>();
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        burning.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
      }
      int code =
          run(
              "-Xmx128m",
              "bench",
              "--offline",
              "--concurrency",
              "1",
              "--for",
              "3s",
              "--synthetic",
              "in=8,out=1",
              "--warmup",
              "0%");

      assertThat(code).isEqualTo(ExitCode.VOID.number());
      assertThat(Files.readString(folder.resolve("out")))
          .contains("1 at once (void)", " % busy (limit");
    } finally {
      burning.forEach(Process::destroyForcibly);
    }
  }
}
