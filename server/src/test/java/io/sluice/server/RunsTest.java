package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.server.http.Reply;
import io.sluice.server.limits.Limits;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";

  private final PushedAnswer upstream = new PushedAnswer();
  private final Server server =
      Server.builder("pushed", upstream)
          .endpoint("script", ScriptedTransport.answering("one ", "two"))
          .endpoint("silent", ScriptedTransport.playing(AnswerScript.silence()))
          .limits(Limits.builder().runsOfAToken(3).runsOfAStream(2).build())
          .mount(
              "/hello",
              asked ->
                  CompletableFuture.completedFuture(
                      Reply.text(200, "text/plain", "hello " + asked.caller().orElseThrow())))
          .start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRunGoesOnWithoutAReaderAndIsReadAfterwards() throws IOException {
    String id = start(ORDER);
    upstream.say("hello");
    upstream.finish();

    String events = ask("GET /api/events?run=" + id, "");

    assertThat(events)
        .containsSubsequence(
            "retry: 1000\n\nevent: hello\ndata: {\"runs\":[{\"id\":\"" + id + "\",\"from\":1,",
            "id: 1\nevent: open\ndata: {\"run\":\"" + id + "\",\"n\":1,\"line\":{\"type\":\"open\"",
            "id: 2\nevent: chunk\ndata: {\"run\":\""
                + id
                + "\",\"n\":2,\"line\":{\"type\":\"chunk\"",
            "id: 4\nevent: end\n",
            "\"status\":\"completed\"");
    assertThat(ask("GET /api/runs/" + id, "")).contains("\"hello\"", "\"status\":\"completed\"");
  }

  @Test
  void aQuestionWithAPictureIsListedByItsText() throws IOException {
    start(
        ORDER.replace(
            "\"?\"",
            "[{\"type\":\"text\",\"text\":\"What is"
                + " it?\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iVA=\"}}]"));

    assertThat(ask("GET /api/runs", "")).contains("\"question\":\"What is it?\"");
  }

  @Test
  void aViewerThatHasEverythingIsToldThatThereIsNoMore() throws IOException {
    String id = finished();

    assertThat(ask("GET /api/events?run=" + id + ":7", "")).startsWith("HTTP/1.1 204 ");
    assertThat(with("Last-Event-ID: 7\r\n", "GET /api/events?run=" + id))
        .startsWith("HTTP/1.1 204 ");
    assertThat(with("Last-Event-ID: 6\r\n", "GET /api/events?run=" + id + ":1"))
        .contains("id: 7\n")
        .doesNotContain("id: 6\n");
  }

  @Test
  void aLineReachesAViewerBeforeTheNextOneComes() throws IOException {
    String id = start(ORDER);
    try (SocketClient viewer = SocketClient.to(server)) {
      viewer.send(SocketClient.head(server, "GET /api/events?run=" + id) + "\r\n");
      viewer.until("event: open\n");
      upstream.say("first");
      viewer.until("first");
      upstream.say("second");
      viewer.until("second");
      upstream.finish();
      assertThat(viewer.rest()).contains("event: end\n");
    }
  }

  @Test
  void aViewerThatLeavesStopsNothing() throws IOException {
    String id = start(ORDER);
    try (SocketClient viewer = SocketClient.to(server)) {
      viewer.send(SocketClient.head(server, "GET /api/events?run=" + id) + "\r\n");
      viewer.until("event: open\n");
    }
    upstream.say("more");
    upstream.finish();

    assertThat(ask("GET /api/events?run=" + id + ":1", ""))
        .contains("more", "\"status\":\"completed\"");
  }

  @Test
  void aStopEndsARunBeforeItsFirstTokenAndAgainChangesNothing()
      throws IOException, InterruptedException {
    String id = start(ORDER);
    upstream.awaitStart();

    assertThat(ask("POST /api/runs/" + id + "/stop", "")).startsWith("HTTP/1.1 202 ");
    assertThat(ask("GET /api/events?run=" + id, "")).contains("\"status\":\"stopped\"");
    assertThat(ask("POST /api/runs/" + id + "/stop", ""))
        .startsWith("HTTP/1.1 202 ")
        .endsWith("{\"status\":\"stopped\"}");
    upstream.awaitCancel();
  }

  @Test
  void theSameOrderStartsOneRun() throws IOException {
    String order = ORDER.replace("{\"request\"", "{\"client_id\":\"c1\",\"request\"");
    String first = ask("POST /api/runs", order);
    String again = ask("POST /api/runs", order);

    assertThat(first).startsWith("HTTP/1.1 201 ");
    assertThat(again).startsWith("HTTP/1.1 200 ");
    assertThat(id(again)).isEqualTo(id(first));
  }

  @Test
  void aTokenMayHaveSoManyRunsAtOnce() throws IOException {
    start(silent());
    start(silent());
    start(silent());

    assertThat(ask("POST /api/runs", silent()))
        .startsWith("HTTP/1.1 429 ")
        .contains("\"code\":\"too_many_runs\"");
  }

  @Test
  void anOrderThatIsNoneIsRefusedInOneLine() throws IOException {
    assertThat(ask("POST /api/runs", "[]")).startsWith("HTTP/1.1 400 ");
    assertThat(ask("POST /api/runs", "{}")).contains("the body has no 'request'");
    assertThat(ask("POST /api/runs", "{\"request\":{\"model\":\"m\"}}")).contains("no 'messages'");
    assertThat(
            ask(
                "POST /api/runs",
                ORDER.replace("{\"request\"", "{\"endpoint\":\"scrpt\",\"request\"")))
        .startsWith("HTTP/1.1 404 ")
        .contains("\"code\":\"unknown_endpoint\"", "did you mean 'script'?");
  }

  @Test
  void cursorsThatAreNoneAreRefused() throws IOException {
    String id = finished();
    for (String query : new String[] {id + ":x", id + ":-1", id + ":", id + ":8", id + ":%2B1"}) {
      assertThat(ask("GET /api/events?run=" + query, "")).startsWith("HTTP/1.1 400 ");
    }
    assertThat(ask("GET /api/events", "")).startsWith("HTTP/1.1 400 ");
    assertThat(ask("GET /api/events?run=a&run=b&run=c", "")).startsWith("HTTP/1.1 400 ");
    assertThat(ask("GET /api/events?run=nothing", "")).startsWith("HTTP/1.1 404 ");
    assertThat(with("Last-Event-ID: 1.1\r\n", "GET /api/events?run=" + id))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void aTranscriptIsTheLinesUpToThePresent() throws IOException {
    String id = start(ORDER);
    try (SocketClient viewer = SocketClient.to(server)) {
      viewer.send(SocketClient.head(server, "GET /api/events?run=" + id) + "\r\n");
      upstream.say("soon");
      viewer.until("soon");
    }

    String transcript = ask("GET /api/runs/" + id + "/transcript", "");

    assertThat(transcript).containsIgnoringCase("content-type: application/x-ndjson");
    assertThat(body(transcript).lines()).hasSize(2).allMatch(line -> line.startsWith("{\"type\":"));
    assertThat(ask("GET /api/runs/" + id, "")).contains("\"soon\"", "\"status\":\"live\"");
  }

  @Test
  void aStreamHasThePayloadsAndItsEndMarkerOnlyIfComplete() throws IOException {
    String id = finished();
    assertThat(body(ask("GET /api/runs/" + id + "/stream", "")))
        .startsWith("id: 2\ndata: {")
        .endsWith("data: [DONE]\n\n");
    assertThat(body(ask("GET /api/runs/" + id + "/stream?after=3", "")))
        .startsWith("id: 4\ndata: {");

    String stopped = start(silent());
    ask("POST /api/runs/" + stopped + "/stop", "");
    assertThat(body(ask("GET /api/runs/" + stopped + "/stream", ""))).isEqualTo(": stopped\n\n");
  }

  @Test
  void runsAreListedNewestFirstAndDeletedWhenTheyHaveEnded() throws IOException {
    String old = finished();
    String live = start(silent());

    assertThat(ask("GET /api/runs?state=live", "")).contains(live).doesNotContain(old);
    assertThat(ask("GET /api/runs", "")).contains(live, old);
    assertThat(ask("GET /api/runs?limit=0", "")).startsWith("HTTP/1.1 400 ");
    assertThat(ask("DELETE /api/runs/" + live, "")).startsWith("HTTP/1.1 409 ");
    assertThat(deleted(old)).startsWith("HTTP/1.1 204 ");
    assertThat(ask("GET /api/runs/" + old, "")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aComparisonStartsARunForEachVariantOrNone() throws IOException {
    String variants =
        ",\"variants\":[{\"label\":\"a\",\"endpoint\":\"script\",\"temperature\":0},"
            + "{\"label\":\"b\",\"endpoint\":\"silent\",\"model\":\"n\"}]}";
    String order = ORDER.substring(0, ORDER.length() - 1) + variants;

    String both = ask("POST /api/comparisons", order);

    assertThat(both).startsWith("HTTP/1.1 201 ").contains("\"label\":\"a\"", "\"label\":\"b\"");
    assertThat(ask("GET /api/runs?state=live", "")).contains("\"model\":\"n\"", "\"comparison\":");
    deleted(id(both)); // Only so many may be under way.
    assertThat(ask("POST /api/comparisons", order.replace("silent", "nobody")))
        .startsWith("HTTP/1.1 404 ");
    assertThat(ask("POST /api/comparisons", ORDER)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void whatIsMountedIsBehindTheGate() throws IOException {
    assertThat(ask("GET /hello/there", "")).endsWith("hello owner");
    try (SocketClient stranger = SocketClient.to(server)) {
      stranger.send("GET /hello HTTP/1.0\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n");
      assertThat(stranger.rest()).startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void aMethodThatIsNotServedIsSaidWithThoseThatAre() throws IOException {
    assertThat(ask("PUT /api/runs", ""))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("allow: GET, POST");
  }

  private String finished() throws IOException {
    String id = start(ORDER.replace("{\"request\"", "{\"endpoint\":\"script\",\"request\""));
    ask("GET /api/events?run=" + id, "");
    return id;
  }

  private static String silent() {
    return ORDER.replace("{\"request\"", "{\"endpoint\":\"silent\",\"request\"");
  }

  /** A run can be deleted a moment after its last line was written. */
  private String deleted(String id) throws IOException {
    String reply = ask("DELETE /api/runs/" + id, "");
    while (reply.startsWith("HTTP/1.1 409 ")) {
      reply = ask("DELETE /api/runs/" + id, "");
    }
    return reply;
  }

  private String start(String order) throws IOException {
    String reply = ask("POST /api/runs", order);
    assertThat(reply).startsWith("HTTP/1.1 201 ");
    return id(reply);
  }

  private String ask(String line, String body) throws IOException {
    return SocketClient.ask(server, line, body);
  }

  private String with(String header, String line) throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      return client.send(SocketClient.head(server, line) + header + "\r\n").rest();
    }
  }

  private static String id(String reply) {
    return JsonObject.read(body(reply)).string("id").orElseThrow();
  }

  private static String body(String reply) {
    return reply.substring(reply.indexOf("\r\n\r\n") + 4);
  }
}
