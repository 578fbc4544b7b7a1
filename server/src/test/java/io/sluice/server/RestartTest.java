package io.sluice.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.testkit.ScriptedTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What viewers get of a run whose server was killed. */
class RestartTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";

  /** So much is written to the archive at once, and less within a second. */
  private static final String KEPT = "k".repeat(64 * 1024);

  private static final Pattern LINE =
      Pattern.compile("id: (\\d+)\nevent: (?:open|retry|chunk)\ndata: (.*)\n\n");
  private static final Pattern END =
      Pattern.compile(
          "id: (\\d+)\nevent: end\ndata: .*\"status\":\"truncated\",\"error\":"
              + "\\{\"type\":\"connection\",\"message\":\"the server stopped\"}.*\n\n");

  @TempDir private Path folder;

  @Test
  void aViewerGetsWhatIsInTheArchiveAndThenThatTheServerStopped() throws IOException {
    Path live = Files.createDirectory(folder.resolve("live"));
    var upstream = new PushedAnswer();
    try (Server first = StoppedServer.start(live.resolve("archive.db"), upstream)) {
      String id = start(first.port());
      String seen;
      try (SocketClient viewer = viewer(first.port(), id)) {
        upstream.say("first");
        upstream.say(KEPT);
        upstream.say("perhaps");
        seen = viewer.until("perhaps") + viewer.until("\n\n");
      }
      assertRestarted(copy(live), id, seen);
    }
  }

  @Tag("thorough")
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatIsKilledLosesNoLineThatTheArchiveHas() throws Exception {
    Path archive = folder.resolve("archive.db");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StoppedServer.class.getName(),
                    archive.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var words = new PrintStream(process.getOutputStream(), true, UTF_8);
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      int port = Integer.parseInt(out.readLine());
      String id = start(port);
      String seen;
      try (SocketClient viewer = viewer(port, id)) {
        words.println("first");
        words.println(KEPT);
        words.println("perhaps");
        seen = viewer.until("perhaps") + viewer.until("\n\n");
        process.destroyForcibly().waitFor();
      }
      assertRestarted(archive, id, seen);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void assertRestarted(Path archive, String id, String seen) throws IOException {
    List<String> before = lines(seen);
    try (Server second = StoppedServer.start(archive, ScriptedTransport.answering("no"))) {
      String all = events(second, id, 0);
      List<String> kept = lines(all);
      long last = endOf(all);

      assertThat(kept).hasSizeBetween(3, before.size()).isEqualTo(before.subList(0, kept.size()));
      assertThat(last).isEqualTo(kept.size() + 1);
      for (int after = 1; after <= kept.size(); after++) {
        String rest = events(second, id, after);
        assertThat(lines(rest)).isEqualTo(kept.subList(after, kept.size()));
        assertThat(endOf(rest)).isEqualTo(last);
        assertThat(rest).doesNotContain("event: lost\n");
      }
      assertThat(events(second, id, last)).startsWith("HTTP/1.1 204 ");
      assertLost(events(second, id, last + 5), id, last, last + 5);
      assertThat(ask(second, "GET /api/runs/" + id))
          .contains("\"status\":\"truncated\"", "\"first" + KEPT);
      assertThat(ask(second, "GET /api/runs")).contains("\"status\":\"truncated\"");
    }
  }

  /** What was seen beyond the archive is lost, and the end has the number that it has for all. */
  private static void assertLost(String events, String id, long from, long to) {
    assertThat(lines(events)).isEmpty();
    assertThat(events)
        .containsSubsequence(
            "id: " + to + "\nevent: lost\ndata: ",
            "{\"run\":\"" + id + "\",\"from\":" + from + ",\"to\":" + to + "}",
            "event: end\n");
    assertThat(endOf(events)).isEqualTo(from);
  }

  private static List<String> lines(String events) {
    return LINE.matcher(events).results().map(line -> line.group(1) + line.group(2)).toList();
  }

  private static long endOf(String events) {
    List<MatchResult> ends = END.matcher(events).results().toList();
    assertThat(ends).as(() -> events.substring(Math.max(0, events.length() - 900))).hasSize(1);
    return Long.parseLong(ends.get(0).group(1));
  }

  private static String start(int port) throws IOException {
    try (SocketClient client = SocketClient.to(port)) {
      String head = SocketClient.head(port, "POST /api/runs", StoppedServer.TOKEN);
      String reply =
          client.send(head + "Content-Length: " + ORDER.length() + "\r\n\r\n" + ORDER).rest();
      return JsonObject.read(reply.substring(reply.indexOf("\r\n\r\n"))).string("id").orElseThrow();
    }
  }

  private static SocketClient viewer(int port, String id) throws IOException {
    String line = "GET /api/events?run=" + id;
    return SocketClient.to(port).send(SocketClient.head(port, line, StoppedServer.TOKEN) + "\r\n");
  }

  private static String events(Server server, String id, long after) throws IOException {
    return ask(server, "GET /api/events?run=" + id + ":" + after);
  }

  private static String ask(Server server, String line) throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      return client.send(SocketClient.head(server, line, StoppedServer.TOKEN) + "\r\n").rest();
    }
  }

  /** The files as a process that is killed now would leave them. */
  private Path copy(Path live) throws IOException {
    Path killed = Files.createDirectory(folder.resolve("killed"));
    for (String name : List.of("archive.db", "archive.db-wal")) {
      Files.copy(live.resolve(name), killed.resolve(name));
    }
    return killed.resolve("archive.db");
  }
}
