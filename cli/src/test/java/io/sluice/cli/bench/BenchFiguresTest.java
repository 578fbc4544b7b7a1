package io.sluice.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.bench.load.Arrival;
import io.sluice.bench.load.Extent;
import io.sluice.bench.load.LoadLevel;
import io.sluice.bench.load.WarmUpRule;
import io.sluice.bench.measure.Metric;
import io.sluice.bench.measure.TextTokens;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.run.BenchSetup;
import io.sluice.bench.run.LevelRun;
import io.sluice.bench.workload.PlannedPrompt;
import io.sluice.bench.workload.Workload;
import io.sluice.chat.ChatRequest;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import io.sluice.tokens.ModelEncoding;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The figures of benchmarks against what is known of the server, or was seen by another client. A
 * busy machine delays both; by how much is part of each tolerance, as the audit measured it.
 */
@Tag("thorough")
class BenchFiguresTest {
  private static final int SLOW_MILLIS = 300;
  private static final int RATE = 20;

  private static final Workload PROMPT =
      new Workload() {
        @Override
        public PlannedPrompt prompt(long number) {
          return PlannedPrompt.of("Tell me of rivers, number " + number, OptionalInt.empty());
        }

        @Override
        public String description() {
          return "rivers";
        }
      };

  /** The simulator's tokens: each chunk is one. */
  private static final TextTokens.Factory CHUNKS =
      new TextTokens.Factory() {
        @Override
        public TextTokens counter() {
          var chunks = new AtomicLong();
          return more -> chunks.incrementAndGet();
        }

        @Override
        public boolean isEstimate() {
          return false;
        }
      };

  private static LevelReport run(
      String url,
      ChatRequest template,
      TextTokens.Factory tokens,
      LoadLevel load,
      Extent extent,
      Consumer<BenchSetup.Builder> more)
      throws Exception {
    try (NettyTransport transport =
        NettyTransport.builder(Endpoint.of(url)).eventLoops(1).build()) {
      BenchSetup.Builder setup =
          BenchSetup.builder(transport, template, PROMPT, tokens)
              .loops(late -> transport.watchLateness(Duration.ofMillis(10), late)::run);
      more.accept(setup);
      return new LevelRun(setup.build(), load, extent, 1).run();
    }
  }

  private static ChatRequest asking(String model, int tokens) {
    return ChatRequest.builder(model).maxTokens(tokens).seed(1).build();
  }

  private static Simulator simulator(String... faults) {
    SimulatorBuilder builder = Simulator.builder();
    List.of(faults).forEach(fault -> builder.fault(Fault.parse(fault)));
    return builder.start();
  }

  private static double tolerance(double expected, LevelReport report) {
    return Math.max(2, expected * 0.02) + 2 * Math.max(0, report.audit().loopLatenessP99());
  }

  /** A chunk waits for its turn, so that the first token comes a turn after the slow start. */
  @Test
  void timesAreThoseThatTheServerIsKnownToTake() throws Exception {
    double turn = 1000.0 / RATE;
    try (Simulator server = simulator("slow-first-token=" + SLOW_MILLIS, "rate=" + RATE)) {
      LevelReport report =
          run(
              server.baseUrl().toString(),
              asking("sluice-offline", 8),
              CHUNKS,
              new LoadLevel.Closed(4),
              Extent.of(24),
              setup -> {});

      double gap = report.times(Metric.ITL).median();
      assertThat(gap).isCloseTo(turn, within(tolerance(turn, report)));
      assertThat(report.times(Metric.TPOT).median())
          .isCloseTo(turn, within(tolerance(turn, report)));
      double first = report.times(Metric.SERVICE_TTFT).median();
      assertThat(first)
          .isBetween(SLOW_MILLIS - 5.0, SLOW_MILLIS + 2 * turn + tolerance(SLOW_MILLIS, report));
      assertThat(report.counts().failed()).isZero();
    }
  }

  @Test
  void theFiguresAgreeWithThoseOfAnotherClientThatSeesTheSameAnswers() throws Exception {
    try (Simulator server = simulator("slow-first-token=" + SLOW_MILLIS, "rate=" + RATE);
        var other = new WatchingProxy(server.baseUrl().getPort())) {
      LevelReport report =
          run(
              other.url(),
              asking("sluice-offline", 8),
              CHUNKS,
              new LoadLevel.Closed(1),
              Extent.of(12).warmUp(WarmUpRule.parse("0%")),
              setup -> {});

      agree(
          report,
          Metric.SERVICE_TTFT,
          other.exchanges().stream().map(WatchingProxy.Exchange::ttft).toList());
      agree(
          report,
          Metric.TPOT,
          other.exchanges().stream().map(WatchingProxy.Exchange::tpot).toList());
      agree(
          report,
          Metric.ICL,
          other.exchanges().stream().flatMap(each -> each.gaps().stream()).toList());
      assertThat(other.exchanges()).hasSize(12);
    }
  }

  private static void agree(LevelReport report, Metric metric, List<Double> seen) {
    double median = seen.stream().sorted().skip((seen.size() - 1) / 2).findFirst().orElseThrow();
    assertThat(report.times(metric).median())
        .as(metric.word())
        .isCloseTo(median, within(tolerance(median, report)));
  }

  /** One request meets the frozen server; the others wait for it, which a naive client hides. */
  @Test
  void whatAFrozenServerCostsIsSeenFromWhenRequestsWereDue() throws Exception {
    try (Simulator server = simulator("freeze=1,2")) {
      LevelReport report =
          run(
              server.baseUrl().toString(),
              asking("sluice-offline", 1),
              CHUNKS,
              new LoadLevel.Open(50),
              Extent.of(200).warmUp(WarmUpRule.parse("0%")),
              setup -> setup.arrival(Arrival.constant()).mostInFlight(1));

      double due = report.times(Metric.TTFT).percentile(99);
      double service = report.times(Metric.SERVICE_TTFT).percentile(99);
      assertThat(due).isGreaterThan(1500);
      assertThat(service).isLessThan(due / 2);
      assertThat(report.times(Metric.SERVICE_TTFT).max()).isGreaterThan(1500);
    }
  }

  @Test
  void aGapOfFourTokensCountsAsFourGapsOfAQuarter() throws Exception {
    var body = new StringBuilder();
    for (int i = 0; i < 41; i++) {
      body.append(
          "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" time\"}}]}\n\n");
    }
    body.append(
        "data:"
            + " {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
    body.append("data: [DONE]\n\n");
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    try (Simulator server =
        Simulator.builder()
            .replayBytes(bytes, "text/event-stream")
            .fault(Fault.parse("burst-tokens=4"))
            .fault(Fault.parse("rate=50"))
            .start()) {
      LevelReport report =
          run(
              server.baseUrl().toString(),
              asking("gpt-4o", 41),
              new ModelTokens(ModelEncoding.of("gpt-4o")),
              new LoadLevel.Closed(2),
              Extent.of(12),
              setup -> {});

      double quarter = report.times(Metric.ICL).median() / 4;
      assertThat(report.times(Metric.ITL).median()).isCloseTo(quarter, within(quarter * 0.02));
    }
  }

  @Test
  void reasoningComesBeforeTheVisibleText() throws Exception {
    try (Simulator server = simulator("rate=100")) {
      LevelReport report =
          run(
              server.baseUrl().toString(),
              asking("sluice-offline-reasoning", 200),
              CHUNKS,
              new LoadLevel.Closed(4),
              Extent.of(8),
              setup -> {});

      assertThat(report.times(Metric.TTFC).isEmpty()).isFalse();
      assertThat(report.times(Metric.TTFT).median()).isLessThan(report.times(Metric.TTFC).median());
    }
  }
}
