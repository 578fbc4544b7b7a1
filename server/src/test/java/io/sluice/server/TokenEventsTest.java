package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.pipeline.Delivery;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events that are no lines: how many tokens a run has, and what it waits for. */
class TokenEventsTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"gpt-4o\",\"messages\":"
          + "[{\"role\":\"user\",\"content\":\"hello\"}]}}";
  private static final Pattern TOKENS = Pattern.compile("event: tokens\ndata: (.*)\n\n");

  @TempDir private Path folder;

  @Test
  void theCountOfTheWholeIsToldOnceBeforeTheEndAlsoToAReaderThatIsLate() throws IOException {
    String[] words = {"inter", "nation", "alization", " is", " long"};
    try (Server server = Server.builder("script", ScriptedTransport.answering(words)).start()) {
      String id = start(server);
      events(server, id);

      String late = events(server, id);

      List<JsonObject> told = told(late);
      JsonObject last = told.get(told.size() - 1);
      assertThat(last.wholeNumber("completion"))
          .hasValue(TokenCounter.count(TokenEncoding.O200K_BASE, String.join("", words)));
      assertThat(last.wholeNumber("prompt")).hasValue(8);
      assertThat(last.string("basis")).contains("exact");
      assertThat(last.string("encoding")).contains("o200k_base");
      assertThat(last.string("run")).contains(id);
      assertThat(late).containsPattern("\"basis\":\"exact\".*\n\nid: \\d+\nevent: end\n");
      assertThat(told).extracting(each -> each.wholeNumber("n")).doesNotHaveDuplicates();
    }
  }

  @Test
  void aCountIsThatUpToItsLineAndComesThoughNoLineFollows() throws IOException {
    var upstream = new PushedAnswer();
    try (Server server = Server.builder("pushed", upstream).start();
        SocketClient viewer = viewer(server, start(server))) {
      upstream.say("inter");
      viewer.until("\"n\":2,\"prompt\":8,\"completion\":1,");
      upstream.say("nationalization");
      viewer.until("\"n\":3,\"prompt\":8,\"completion\":2,");
      upstream.finish();
      assertThat(viewer.rest()).contains("event: end\n");
    }
  }

  @Test
  void aRunFromTheArchiveIsCountedAlike() throws IOException {
    String id;
    String before;
    try (Server first = archiving()) {
      id = start(first);
      events(first, id);
      before = last(events(first, id));
    }
    try (Server second = archiving()) {
      assertThat(last(events(second, id)).replaceFirst("\"n\":\\d+", ""))
          .isEqualTo(before.replaceFirst("\"n\":\\d+", ""));
    }
  }

  @Test
  void whatARunWaitsForIsToldUntilItsFirstToken() throws IOException {
    try (Server server =
            Server.builder("silent", ScriptedTransport.playing(AnswerScript.silence())).start();
        SocketClient viewer = viewer(server, start(server))) {
      assertThat(viewer.until("\"phase\":\"connecting\",\"since_ms\":")).contains("event: phase\n");
    }
    try (Server server = Server.builder("s", ScriptedTransport.answering("hi")).start()) {
      String id = start(server);
      events(server, id);
      assertThat(events(server, id)).doesNotContain("event: phase\n");
    }
  }

  private Server archiving() {
    Path file = folder.resolve("archive.db");
    return Server.builder("script", ScriptedTransport.answering("one ", "two"))
        .archive(SqliteRunArchive.of(file))
        .to("archive", () -> SqliteSink.of(file), Delivery.required())
        .start();
  }

  private static String last(String events) {
    List<String> told = TOKENS.matcher(events).results().map(found -> found.group(1)).toList();
    return told.get(told.size() - 1);
  }

  private static List<JsonObject> told(String events) {
    return TOKENS.matcher(events).results().map(found -> JsonObject.read(found.group(1))).toList();
  }

  private static SocketClient viewer(Server server, String id) throws IOException {
    String line = "GET /api/events?run=" + id;
    return SocketClient.to(server).send(SocketClient.head(server, line) + "\r\n");
  }

  private static String events(Server server, String id) throws IOException {
    return SocketClient.ask(server, "GET /api/events?run=" + id, "");
  }

  private static String start(Server server) throws IOException {
    String reply = SocketClient.ask(server, "POST /api/runs", ORDER);
    return JsonObject.read(reply.substring(reply.indexOf("\r\n\r\n"))).string("id").orElseThrow();
  }
}
