package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.pipeline.Delivery;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.stream.ChatTransport;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of the archive that another process still writes. */
class UnfinishedRunsTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";

  /** So much is written to the archive at once, and less within a second. */
  private static final String KEPT = "k".repeat(64 * 1024);

  @TempDir private Path folder;

  @Test
  void whoAsksAgainGetsWhatTheOtherProcessHasWrittenSince() throws IOException {
    var upstream = new PushedAnswer();
    try (Server writer = archiving(upstream);
        Server reader = archiving(ScriptedTransport.answering("no"))) {
      String reply = SocketClient.ask(writer, "POST /api/runs", ORDER);
      String id = JsonObject.read(body(reply)).string("id").orElseThrow();
      upstream.say(KEPT);

      String amid = until(reader, id, KEPT);
      assertThat(amid).contains("\"status\":\"truncated\"", "the server stopped");
      upstream.say("more");
      upstream.say(KEPT.replace('k', 'l'));
      assertThat(until(reader, id, KEPT.replace('k', 'l'))).contains("more", "truncated");
      upstream.finish();

      String whole = until(reader, id, "\"status\":\"completed\"");
      assertThat(ended(whole)).isEqualTo(ended(events(writer, id)));
      assertThat(SocketClient.ask(reader, "GET /api/runs", ""))
          .contains(id, "\"status\":\"completed\"")
          .doesNotContain("truncated");
    }
  }

  private Server archiving(ChatTransport upstream) {
    Path file = folder.resolve("archive.db");
    return Server.builder("one", upstream)
        .archive(SqliteRunArchive.of(file))
        .to("archive", () -> SqliteSink.of(file), Delivery.required())
        .start();
  }

  /** The events of the run, once this is among them; a run is in the archive after a moment. */
  private static String until(Server server, String id, String text) throws IOException {
    String events = "";
    while (!events.contains(text)) {
      events = events(server, id);
    }
    return events;
  }

  private static String events(Server server, String id) throws IOException {
    return SocketClient.ask(server, "GET /api/events?run=" + id, "");
  }

  /** The lines behind the head and the greeting, without counts, which come as they are made. */
  private static String ended(String events) {
    return events
        .substring(events.indexOf("\n\nid: "))
        .replaceAll("event: tokens\ndata: .*\n\n", "");
  }

  private static String body(String reply) {
    return reply.substring(reply.indexOf("\r\n\r\n") + 4);
  }
}
