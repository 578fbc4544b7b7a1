package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.pipeline.Delivery;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.server.gate.AccessToken;
import io.sluice.server.limits.Limits;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has left the memory is served from the archive, as if it had not. */
class ArchivedRunsTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a quick"
          + " [fox]\"}]}}";

  @TempDir private Path folder;

  @Test
  void aRunHasTheSameLinesUnderTheSameNumbersAfterARestart() throws IOException {
    String id;
    String events;
    String transcript;
    String stream;
    String shown;
    try (Server first = server()) {
      id = finished(first);
      events = afterHello(ask(first, "GET /api/events?run=" + id));
      transcript = body(ask(first, "GET /api/runs/" + id + "/transcript"));
      stream = body(ask(first, "GET /api/runs/" + id + "/stream"));
      shown = body(ask(first, "GET /api/runs/" + id));
    }
    try (Server second = server()) {
      assertThat(afterHello(ask(second, "GET /api/events?run=" + id))).isEqualTo(events);
      assertThat(body(ask(second, "GET /api/runs/" + id + "/transcript"))).isEqualTo(transcript);
      assertThat(body(ask(second, "GET /api/runs/" + id + "/stream"))).isEqualTo(stream);
      assertThat(withoutSinks(body(ask(second, "GET /api/runs/" + id))))
          .isEqualTo(withoutSinks(shown));
      assertThat(ask(second, "GET /api/events?run=" + id + ":3"))
          .contains("id: 4\n")
          .doesNotContain("id: 3\n");
      assertThat(ask(second, "GET /api/events?run=" + id + ":7")).startsWith("HTTP/1.1 204 ");
      assertThat(ask(second, "GET /api/events?run=" + id + ":8")).startsWith("HTTP/1.1 400 ");
      assertThat(ask(second, "POST /api/runs/" + id + "/stop"))
          .startsWith("HTTP/1.1 202 ")
          .endsWith("{\"status\":\"completed\"}");
    }
  }

  @Test
  void aRunThatWasDroppedFromMemoryIsReadBack() throws IOException {
    try (Server server = builder().limits(Limits.builder().keep(Duration.ZERO).build()).start()) {
      String id = finished(server);
      String first = ask(server, "GET /api/runs/" + id + "/transcript");

      assertThat(first).startsWith("HTTP/1.1 200 ");
      assertThat(body(ask(server, "GET /api/runs/" + id + "/transcript"))).isEqualTo(body(first));
    }
  }

  @Test
  void listsGoOnFromTheMemoryIntoTheArchiveWithoutAGapOrADouble() throws IOException {
    List<String> ids = new ArrayList<>();
    try (Server first = server()) {
      for (int run = 0; run < 5; run++) {
        ids.add(0, finished(first));
      }
    }
    try (Server second = server()) {
      ask(second, "GET /api/runs/" + ids.get(3)); // It is in both from now on.
      ids.add(0, finished(second));
      ids.add(0, finished(second));

      List<String> paged = new ArrayList<>();
      List<String> page = listed(second, "limit=2");
      while (!page.isEmpty()) {
        paged.addAll(page);
        page = listed(second, "limit=2&before=" + page.get(page.size() - 1));
      }

      assertThat(paged).isEqualTo(ids);
      assertThat(listed(second, "state=all")).isEqualTo(ids);
      assertThat(ask(second, "GET /api/runs?limit=6")).endsWith("\"more\":true}");
      assertThat(ask(second, "GET /api/runs?limit=7")).endsWith("\"more\":false}");
      assertThat(listed(second, "state=live")).isEmpty();
      assertThat(ask(second, "GET /api/runs?before=nothing")).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void aSearchSaysWhereTheWordsAre() throws IOException {
    try (Server server = server()) {
      String id = finished(server);

      JsonObject found = JsonObject.read(body(ask(server, "GET /api/search?q=QUICK+fox")));

      JsonObject hit = found.elements("hits").orElseThrow().get(0).object().orElseThrow();
      assertThat(hit.string("id")).contains(id);
      assertThat(hit.string("model")).contains("m");
      assertThat(hit.string("excerpt")).contains("a quick [fox]");
      assertThat(hit.value("marks").map(marks -> marks.json().text())).contains("[[2,7],[9,12]]");
      assertThat(ask(server, "GET /api/search?q=%22quick+fox%22")).contains("\"id\":\"" + id);
      assertThat(ask(server, "GET /api/search?q=%22fox+quick%22")).endsWith("{\"hits\":[]}");
      assertThat(ask(server, "GET /api/search?q=%22")).startsWith("HTTP/1.1 400 ");
      assertThat(ask(server, "GET /api/search?q=fox&limit=0")).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void aServerWithoutAnArchiveSaysSo() throws IOException {
    try (Server server = Server.builder("s", ScriptedTransport.answering("hi")).start()) {
      assertThat(ask(server, "GET /api/search?q=x"))
          .startsWith("HTTP/1.1 404 ")
          .contains("\"code\":\"no_archive\"");
      assertThat(ask(server, "GET /api/about")).contains("\"archive\":false");
    }
  }

  @Test
  void aRunThatIsDeletedIsNowhereAnyMore() throws IOException {
    String old;
    try (Server first = server()) {
      old = finished(first);
    }
    try (Server second = server()) {
      String young = finished(second);
      for (String id : List.of(old, young)) {
        assertThat(deleted(second, id)).startsWith("HTTP/1.1 204 ");
        assertThat(ask(second, "GET /api/runs/" + id)).startsWith("HTTP/1.1 404 ");
        assertThat(ask(second, "DELETE /api/runs/" + id)).startsWith("HTTP/1.1 404 ");
      }
      assertThat(listed(second, "state=all")).isEmpty();
      assertThat(ask(second, "GET /api/search?q=fox")).endsWith("{\"hits\":[]}");
    }
  }

  @Test
  void theArchivedRunOfAnotherTokenIsNotThere() throws IOException {
    String id;
    try (Server first = shared()) {
      id = finished(first, "a");
    }
    try (Server second = shared()) {
      for (String route :
          List.of(
              "GET /api/runs/" + id,
              "GET /api/runs?before=" + id,
              "GET /api/events?run=" + id,
              "GET /api/runs/" + id + "/transcript",
              "GET /api/runs/" + id + "/stream",
              "POST /api/runs/" + id + "/stop",
              "DELETE /api/runs/" + id)) {
        assertThat(as("b", second, route, "")).as(route).startsWith("HTTP/1.1 404 ");
      }
      assertThat(as("b", second, "GET /api/runs", "")).contains("\"runs\":[]");
      assertThat(as("b", second, "GET /api/search?q=fox", "")).endsWith("{\"hits\":[]}");
      assertThat(as("a", second, "GET /api/runs/" + id, "")).contains("\"completed\"");
      assertThat(as("b", second, "GET /api/events?run=" + id, "")).startsWith("HTTP/1.1 404 ");
      assertThat(as("a", second, "GET /api/search?q=fox", "")).contains(id);
    }
  }

  @Test
  void anArchiveThatCannotBeReadIsNoFaultOfTheServerAndAStreamComesBack() throws IOException {
    Files.writeString(folder.resolve("archive.db"), "no database");
    try (Server server =
        Server.builder("s", ScriptedTransport.answering("hi"))
            .archive(SqliteRunArchive.of(folder.resolve("archive.db")))
            .start()) {
      assertThat(ask(server, "GET /api/events?run=20260101-000000-abc"))
          .startsWith("HTTP/1.1 200 ")
          .contains("retry: 5000\n\n");
      for (String route : List.of("", "/transcript")) {
        assertThat(ask(server, "GET /api/runs/20260101-000000-abc" + route))
            .startsWith("HTTP/1.1 404 ")
            .contains("\"code\":\"archive_unreadable\"", "archive.db");
      }
    }
  }

  private Server server() {
    return builder().start();
  }

  private Server shared() {
    return builder().token(AccessToken.of("ann", "a")).token(AccessToken.of("ben", "b")).start();
  }

  private ServerBuilder builder() {
    Path file = folder.resolve("archive.db");
    return Server.builder("script", ScriptedTransport.answering("one ", "two"))
        .endpoint("silent", ScriptedTransport.playing(AnswerScript.silence()))
        .archive(SqliteRunArchive.of(file))
        .to("archive", () -> SqliteSink.of(file), Delivery.required());
  }

  private static String finished(Server server) throws IOException {
    return finished(server, server.token().orElse(""));
  }

  /** Its row is whole when the run no longer counts as under way. */
  private static String finished(Server server, String token) throws IOException {
    String id =
        JsonObject.read(body(as(token, server, "POST /api/runs", ORDER)))
            .string("id")
            .orElseThrow();
    as(token, server, "GET /api/events?run=" + id, "");
    return id;
  }

  /** A run can be deleted a moment after its last line was written. */
  private static String deleted(Server server, String id) throws IOException {
    String reply = ask(server, "DELETE /api/runs/" + id);
    while (reply.startsWith("HTTP/1.1 409 ")) {
      reply = ask(server, "DELETE /api/runs/" + id);
    }
    return reply;
  }

  private static List<String> listed(Server server, String query) throws IOException {
    return JsonObject.read(body(ask(server, "GET /api/runs?" + query)))
        .elements("runs")
        .orElseThrow()
        .stream()
        .map(run -> run.object().orElseThrow().string("id").orElseThrow())
        .toList();
  }

  private static String ask(Server server, String line) throws IOException {
    return SocketClient.ask(server, line, "");
  }

  private static String as(String token, Server server, String line, String body)
      throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      return client
          .send(
              SocketClient.head(server, line, token)
                  + "Content-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body)
          .rest();
    }
  }

  /** The sinks are those of a run that the server made itself. */
  private static String withoutSinks(String json) {
    return json.replaceAll(",\"sink_failures\":\\[]", "");
  }

  private static String afterHello(String reply) {
    return reply.substring(reply.indexOf("id: 1\n"));
  }

  private static String body(String reply) {
    return reply.substring(reply.indexOf("\r\n\r\n") + 4);
  }
}
