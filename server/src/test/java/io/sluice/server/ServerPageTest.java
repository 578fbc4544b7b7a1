package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Delivery;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.Passage;
import io.sluice.server.passage.Recording;
import io.sluice.simulator.Simulator;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and the figures of {@code docs/server.md} are those of the code. */
class ServerPageTest {

  private static final int MEBI = 1024 * 1024;
  private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "io", "sluice", "server", "ServerPageTest.java");

  @Test
  void theLimitsOfThePageAreTheStandardOnes() throws IOException {
    Limits limits = Limits.standard();

    assertThat(page())
        .contains(
            said(
                "| %,d, %d | closed; 503 |", limits.connections(), limits.connectionsOfAnAddress()),
            said(
                "| %d KiB, %d KiB, %d | 414, 431, 431 |",
                limits.requestLine() / 1024, limits.headerBytes() / 1024, limits.headerFields()),
            said(
                "| %d s, %d s, %d s | 408, 408, closed |",
                limits.headTime().toSeconds(),
                limits.bodyPause().toSeconds(),
                limits.idle().toSeconds()),
            said(
                "| body, and one that is passed on | %d MiB, %d MiB | 413 |",
                limits.body() / MEBI, limits.passedBody() / MEBI),
            said("| %,d, %d | 429 |", limits.liveRuns(), limits.runsOfAToken()),
            said("| %,d, %d | 503, 400 |", limits.viewersOfARun(), limits.runsOfAStream()),
            said("| %d MiB, %d MiB |", limits.logMemory() / MEBI, limits.logMemoryTotal() / MEBI),
            said("| lines of a run | %d MiB |", limits.logLimit() / MEBI),
            said("kept for %d minutes", limits.keep().toMinutes()));
  }

  @Test
  void theProgramOfThePageStartsAServer(@TempDir Path folder) throws IOException {
    try (Simulator simulator = Simulator.start()) {
      Endpoint endpoint = Endpoint.of(simulator.baseUrl().toString());
      // begin
      try (NettyTransport transport = NettyTransport.open(endpoint);
          Server server = Server.builder("default", transport).spool(folder).start()) {
        System.out.println(
            server.uri() + " is asked with the token " + server.token().orElseThrow());
      }
      // end
      try (NettyTransport transport = NettyTransport.open(endpoint);
          Server server = Server.builder("default", transport).spool(folder).start()) {
        assertThat(answer(server)).contains("event: end\n", "\"status\":\"completed\"");
      }
    }
    assertThat(programs(page()).get(0)).isEqualTo(between(here(), "//begin", "//end"));
  }

  @Test
  void theProgramOfThePagePassesRequestsOn() throws IOException {
    try (Simulator simulator = Simulator.start();
        NettyTransport transport =
            NettyTransport.open(Endpoint.of(simulator.baseUrl().toString()))) {
      // pass
      Passage passage = Passage.to("default", transport).record(Recording.BEST).build();
      Server server = Server.builder("default", transport).passage(passage).start();
      // passed
      try (server) {
        assertThat(SocketClient.ask(server, "GET /v1/models", "")).contains("token_for_key");
      }
    }
    assertThat(programs(page()).get(1)).isEqualTo(between(here(), "//pass", "//passed"));
  }

  @Test
  void theProgramOfThePageFindsRunsInTheArchive(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("archive.db");
    try (Simulator simulator = Simulator.start();
        NettyTransport transport =
            NettyTransport.open(Endpoint.of(simulator.baseUrl().toString()))) {
      // keep
      Server server =
          Server.builder("default", transport)
              .archive(SqliteRunArchive.of(file))
              .to("archive", () -> SqliteSink.of(file), Delivery.optional())
              .start();
      // kept
      try (server) {
        assertThat(answer(server)).contains("event: end\n", "\"status\":\"completed\"");
      }
    }
    assertThat(file).exists();
    assertThat(programs(page()).get(2)).isEqualTo(between(here(), "//keep", "//kept"));
  }

  private static String here() throws IOException {
    return Files.readString(SOURCE).replaceAll("\\s+", "");
  }

  private static List<String> programs(String page) {
    return PROGRAM
        .matcher(page)
        .results()
        .map(found -> found.group(1).replaceAll("\\s+", ""))
        .toList();
  }

  private static String answer(Server server) throws IOException {
    String started =
        SocketClient.ask(
            server,
            "POST /api/runs",
            "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}");
    String events = started.substring(started.indexOf("/api/events"), started.lastIndexOf('"'));
    return SocketClient.ask(server, "GET " + events, "");
  }

  private static String said(String form, Object... figures) {
    return String.format(Locale.ROOT, form, figures);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "server.md"));
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
