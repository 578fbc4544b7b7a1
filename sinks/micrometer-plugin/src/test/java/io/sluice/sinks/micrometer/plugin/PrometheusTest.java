package io.sluice.sinks.micrometer.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus reads the endpoint, and answers the queries of our page. */
@Tag("thorough")
class PrometheusTest {

  /** A result that is a number above zero. */
  private static final Pattern ANSWER =
      Pattern.compile("\"value\":\\[[0-9.]+,\"(?!NaN|0\"|\\+Inf)[0-9.e+-]+\"]");

  private static final Pattern LISTENING =
      Pattern.compile("Listening on\" address=127\\.0\\.0\\.1:([0-9]+)");

  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theToolOfPrometheusFindsNothingToSay() throws Exception {
    assumeTrue(onThePath("promtool"), "promtool is not installed: apt-get install prometheus");
    try (var runs = new ScrapedRuns()) {
      runs.play();
      Path text = Files.writeString(folder.resolve("metrics.txt"), runs.get("/metrics").body());
      Path said = folder.resolve("said.txt");
      Process tool =
          new ProcessBuilder("promtool", "check", "metrics")
              .redirectInput(text.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();

      assertThat(tool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(said)).isEmpty();
      assertThat(tool.exitValue()).isZero();
    }
  }

  @Test
  void theThreeQueriesOfThePageAreAnswered() throws Exception {
    assumeTrue(onThePath("prometheus"), "prometheus is not installed: apt-get install prometheus");
    try (var runs = new ScrapedRuns()) {
      runs.play();
      Process prometheus = prometheus(runs.port());
      try {
        int port = port(prometheus);
        for (String query : DocumentedQueries.read()) {
          awaitAnswer(query, port, runs, prometheus);
        }
      } finally {
        prometheus.destroyForcibly().waitFor();
      }
    }
  }

  /** Rates need figures that grow, so runs go on meanwhile. */
  private void awaitAnswer(String query, int port, ScrapedRuns runs, Process prometheus)
      throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    String last = "";
    while (System.nanoTime() < deadline && prometheus.isAlive()) {
      runs.play();
      last = asked(query, port);
      if (ANSWER.matcher(last).find()) {
        return;
      }
      prometheus.waitFor(500, TimeUnit.MILLISECONDS);
    }
    fail(query + " has no answer but " + last + "\n" + Files.readString(folder.resolve("log")));
  }

  private String asked(String query, int port) throws InterruptedException {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    URI url = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + encoded);
    try {
      return client
          .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException notYetThere) {
      return String.valueOf(notYetThere.getMessage());
    }
  }

  private Process prometheus(int scraped) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global:
              scrape_interval: 1s
            scrape_configs:
              - job_name: sluice
                static_configs:
                  - targets: ['127.0.0.1:%d']
            """
                .formatted(scraped));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:0")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** The port that it chose, which it says in its log. */
  private int port(Process prometheus) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline && prometheus.isAlive()) {
      Matcher listening = LISTENING.matcher(Files.readString(folder.resolve("log")));
      if (listening.find()) {
        return Integer.parseInt(listening.group(1));
      }
      prometheus.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return fail("prometheus did not listen: " + Files.readString(folder.resolve("log")));
  }

  private static boolean onThePath(String program) {
    List<String> folders = Arrays.asList(System.getenv().getOrDefault("PATH", "").split(":"));
    return folders.stream().anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }
}
