package io.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.ReportReader;
import io.sluice.cli.Sluice;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on whatever machine: whether its figures are void there is not for it to say. */
class BenchCommandTest {
  private static final List<ExitCode> MEASURED = List.of(ExitCode.COMPLETED, ExitCode.VOID);
  private static final String SHORT = "in=20,out=4";

  @TempDir private Path folder;

  private Sluice.Ran bench(String... arguments) {
    var all = new ArrayList<>(List.of("bench"));
    all.addAll(List.of(arguments));
    return Sluice.command().in(folder).run(all.toArray(String[]::new));
  }

  @Test
  void aReportIsPrintedAndWrittenInEachFormat() throws IOException {
    Sluice.Ran ran =
        bench(
            "--offline",
            "--concurrency",
            "1,3",
            "--requests",
            "12",
            "--synthetic",
            SHORT,
            "--slo",
            "ttft<10s",
            "--json",
            "r.json",
            "--csv",
            "r.csv",
            "--html",
            "r.html",
            "--records",
            "r.jsonl");

    assertThat(ran.code()).as(ran.err()).isIn(MEASURED);
    assertThat(ran.out()).contains("1 at once", "3 at once", "audit: schedule delay", "goodput");
    BenchReport report = ReportReader.read(Files.readString(folder.resolve("r.json")));
    assertThat(report.levels()).hasSize(2).allMatch(level -> level.counts().failed() == 0);
    assertThat(report.levels().get(0).counts().completed()).isEqualTo(10);
    assertThat(report.about().arguments())
        .contains("--concurrency", "1,3")
        .doesNotContain("--json");
    assertThat(report.isValid()).isEqualTo(ran.code() == ExitCode.COMPLETED);
    assertThat(Files.readAllLines(folder.resolve("r.csv"))).hasSize(3);
    assertThat(Files.readAllLines(folder.resolve("r.jsonl"))).hasSize(24);
    assertThat(Files.readString(folder.resolve("r.html"))).contains("<svg");
  }

  @Test
  void anOpenLoadShowsBothClocks() {
    Sluice.Ran ran = bench("--offline", "--rate", "40", "--requests", "20", "--synthetic", SHORT);

    assertThat(ran.code()).as(ran.err()).isIn(MEASURED);
    assertThat(ran.out()).contains("40/s").contains("\n  service ");
  }

  @Test
  void promptsComeFromAFileAndATraceSetsTheTimes() throws IOException {
    Files.writeString(folder.resolve("prompts.txt"), "Hello!\n{\"prompt\": \"And again.\"}\n");
    Files.writeString(
        folder.resolve("trace.csv"),
        """
        TIMESTAMP,ContextTokens,GeneratedTokens
        2023-11-16 18:15:46.6805900,37,4
        2023-11-16 18:15:46.7509620,39,3
        """);

    assertThat(
            bench("--offline", "--prompts", "prompts.txt", "--requests", "4", "--max-tokens", "3")
                .code())
        .isIn(MEASURED);
    Sluice.Ran traced =
        bench("--offline", "--trace", "trace.csv", "--requests", "2", "--warmup", "0%");
    assertThat(traced.code()).as(traced.err()).isIn(MEASURED);
    assertThat(traced.out()).contains("2/s");
  }

  @Test
  void aRampAsksWhatATraceAsks() throws IOException {
    Files.writeString(
        folder.resolve("t.jsonl"), "{\"timestamp\":0,\"input_length\":9,\"output_length\":3}");

    Sluice.Ran ran =
        bench("--offline", "--trace", "t.jsonl", "--ramp", "1..2/200ms", "--requests", "8");

    assertThat(ran.code()).as(ran.err()).isIn(MEASURED);
    assertThat(ran.out()).contains("1..2/0.2s:\n");
  }

  @Test
  void aServerThatAnswersNothingEndsTheBenchmarkWithItsReason() {
    try (Simulator server = Simulator.builder().fault(Fault.parse("status=401")).start()) {
      Sluice.Ran ran =
          bench("--base-url", server.baseUrl().toString(), "-m", "any", "--concurrency", "2");

      assertThat(ran.code()).isEqualTo(ExitCode.NOT_AUTHORISED);
      assertThat(ran.err()).contains("no request was answered: the server answered 401");
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void anInterruptGivesTheReportSoFar() throws Exception {
    var answered = new CountDownLatch(20);
    var interruption = new Interruption();
    var out = new ByteArrayOutputStream();
    try (Simulator server =
        Simulator.builder().onRequest(request -> answered.countDown()).start()) {
      String url = server.baseUrl().toString();
      CompletableFuture<Sluice.Ran> running =
          CompletableFuture.supplyAsync(
              () ->
                  Sluice.command()
                      .in(folder)
                      .run(
                          out,
                          interruption,
                          "bench",
                          "--base-url",
                          url,
                          "-m",
                          "any",
                          "--concurrency",
                          "2",
                          "--synthetic",
                          SHORT,
                          "--for",
                          "10m",
                          "--warmup",
                          "0%"));
      assertThat(answered.await(50, TimeUnit.SECONDS)).isTrue();
      interruption.raise(ExitCode.INTERRUPTED);

      Sluice.Ran ran = running.get(50, TimeUnit.SECONDS);
      assertThat(ran.code()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(ran.out()).contains("2 at once");
    }
  }

  /** The signal comes before anything can be stopped; the floor is measured all the same. */
  @Test
  void anInterruptBeforeTheFloorIsKnownSendsTheServerNothing() {
    var asked = new AtomicInteger();
    var interruption = new Interruption();
    interruption.raise(ExitCode.INTERRUPTED);
    try (Simulator server =
        Simulator.builder().onRequest(request -> asked.incrementAndGet()).start()) {
      Sluice.Ran ran =
          Sluice.command()
              .in(folder)
              .run(
                  new ByteArrayOutputStream(),
                  interruption,
                  "bench",
                  "--calibrate",
                  "--base-url",
                  server.baseUrl().toString(),
                  "-m",
                  "any",
                  "--requests",
                  "2",
                  "--synthetic",
                  SHORT);

      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(ran.out()).contains("The floor: ");
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void reportsAreComparedAndMerged() throws IOException {
    bench("--offline", "--requests", "8", "--synthetic", SHORT, "--json", "a.json");

    Sluice.Ran same =
        bench("compare", "a.json", "a.json", "--anyway", "--fail-if", "ttft.p50>+10%");
    assertThat(same.code()).as(same.err()).isEqualTo(ExitCode.COMPLETED);
    assertThat(same.out())
        .startsWith("a.json → a.json\n1 at once  ttft.p50")
        .contains("no difference");

    Sluice.Ran unknown =
        bench("compare", "a.json", "a.json", "--anyway", "--fail-if", "ttft.p99>+10%");
    assertThat(unknown.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(unknown.err()).contains("ttft.p99>+10% cannot be judged at 1 at once: too few");

    Sluice.Ran merged = bench("merge", "a.json", "a.json");
    assertThat(merged.code()).as(merged.err()).isIn(MEASURED);
    assertThat(ReportReader.read(merged.out()).levels().get(0).counts().completed())
        .isEqualTo(12); // Twice eight without two of the warm-up.
  }

  @Test
  void aFigureThatGotWorseThanAllowedEndsWithEight() throws IOException {
    bench("--offline", "--requests", "8", "--synthetic", SHORT, "--json", "fast.json");
    try (Simulator slow = Simulator.builder().fault(Fault.parse("slow-first-token=1500")).start()) {
      bench(
          "--base-url",
          slow.baseUrl().toString(),
          "-m",
          "any",
          "--requests",
          "2",
          "--warmup",
          "0%",
          "--synthetic",
          SHORT,
          "--json",
          "slow.json");
    }

    Sluice.Ran ran =
        bench("compare", "fast.json", "slow.json", "--anyway", "--fail-if", "ttft.p50>+5%");

    assertThat(ran.code()).isEqualTo(ExitCode.CUT);
    assertThat(ran.err()).contains("beyond the limit: 1 at once: ttft.p50>+5%");
  }
}
