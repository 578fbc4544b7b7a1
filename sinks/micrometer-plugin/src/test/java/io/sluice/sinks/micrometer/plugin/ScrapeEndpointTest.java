package io.sluice.sinks.micrometer.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.observe.ProgramMeter;
import io.sluice.observe.ProgramMeter.Kind;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import io.sluice.testkit.TestContext;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Prometheus reads, and what our pages say of it. */
class ScrapeEndpointTest {

  private static final Path DOCS = Path.of("..", "..", "docs");

  /** A metric of ours in a query: what stands before its labels or its range. */
  private static final Pattern NAME = Pattern.compile("\\b((?:gen_ai|sluice)_[a-z_]+)(?=[\\[{])");

  private final ScrapedRuns runs = new ScrapedRuns();

  @BeforeEach
  void play() throws Exception {
    runs.watch(
        new ProgramMeter(
            Kind.GAUGE, "sluice.batch.rows", "Rows.", Map.of("state", "failed"), () -> 2));
    runs.watch(
        new ProgramMeter(
            Kind.TOTAL, "sluice.sink.failures", "Sinks.", Map.of("kind", "sink"), () -> 3));
    runs.play();
  }

  @AfterEach
  void close() {
    runs.close();
  }

  @Test
  void theFiguresOfAllRunsAreText() throws Exception {
    HttpResponse<String> read = runs.get("/metrics");

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(read.body())
        .contains("error_type=\"rate_limit_exceeded\"", "error_type=\"truncated\"")
        .doesNotContain("Danube")
        .doesNotContain("river");
    assertThat(runs.get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void figuresOfTheProgramAreAmongThem() throws Exception {
    assertThat(runs.get("/metrics").body().lines())
        .contains(
            "sluice_batch_rows{state=\"failed\"} 2.0",
            "sluice_sink_failures_total{kind=\"sink\"} 3.0");
  }

  @Test
  void eachMetricOfTheDashboardIsProduced() throws Exception {
    Set<String> named = names(Files.readString(DOCS.resolve("grafana-dashboard.json")));

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(produced()).containsAll(named);
  }

  @Test
  void eachMetricOfTheThreeQueriesIsProduced() throws Exception {
    List<String> queries = DocumentedQueries.read();

    assertThat(queries).hasSize(3);
    assertThat(queries).allSatisfy(query -> assertThat(names(query)).isNotEmpty());
    assertThat(produced()).containsAll(names(String.join("\n", queries)));
  }

  @Test
  void aPortThatIsTakenHarmsNoRunAndIsOneLineAtTheEnd() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Plugins plugins = Plugins.load(List.of(), Map.of());
      var sink =
          (MicrometerSink) plugins.sink(SinkSpec.parse("micrometer:port=" + taken.getLocalPort()));
      sink.onOpen(TestContext.usual());
      sink.close();

      assertThatThrownBy(plugins::close)
          .message()
          .startsWith("sink 'micrometer': nobody could read the figures at 127.0.0.1:")
          .endsWith("; choose another port")
          .hasLineCount(1);
    }
  }

  private Set<String> produced() throws Exception {
    return runs.get("/metrics")
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
