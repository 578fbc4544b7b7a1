package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.pipeline.Delivery;
import io.sluice.server.gate.AccessToken;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What servers show of runs that another process makes. */
class RemoteRunsTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";
  private static final Pattern LINE =
      Pattern.compile("id: (\\d+)\nevent: (open|retry|chunk|end)\ndata: (.*)\n\n");

  private final LineExchange exchange = new LineExchange();
  private final PushedAnswer upstream = new PushedAnswer();

  @Test
  void aViewerGoesOnAtAnotherServerAndGetsEachLineOnce() throws IOException {
    try (Server maker = maker();
        Server one = follower();
        Server other = follower()) {
      String id = start(maker);
      upstream.say("first");
      String seen;
      try (SocketClient viewer = viewer(one, id)) {
        seen = viewer.until("first") + viewer.until("\n\n");
      }
      upstream.say("second");
      upstream.finish();

      String rest = events(other, id + ":" + numbers(seen).size());

      assertThat(numbers(seen)).containsExactly("1", "2");
      assertThat(numbers(rest)).containsExactly("3", "4", "5");
      assertThat(rest).contains("second", "\"status\":\"completed\"");
      assertThat(chunks(seen + rest)).isEqualTo(chunks(events(maker, id)));
      assertThat(ask(one, "GET /api/runs/" + id)).contains("firstsecond");
    }
  }

  @Test
  void aRunWhoseProcessIsGoneEndsTruncatedAndIsReadAgainElsewhere() throws IOException {
    try (Server maker = maker();
        Server one = follower();
        Server other = follower()) {
      String id = start(maker);
      upstream.say("first");
      try (SocketClient viewer = viewer(one, id)) {
        viewer.until("first");
        exchange.abandon(id);

        assertThat(viewer.until("\"status\":")).contains("event: end\n");
      }
      assertThat(events(one, id)).contains("\"status\":\"truncated\"");
      assertThat(numbers(events(other, id + ":1"))).containsExactly("2", "3");
    }
  }

  @Test
  void aRunOfSomebodyElseIsNotThere() throws IOException {
    try (Server maker = maker();
        Server server =
            Server.builder("one", ScriptedTransport.answering("no"))
                .token(AccessToken.of("ann", "secret"))
                .remote(exchange)
                .start()) {
      String id = start(maker);
      upstream.finish();

      String head = SocketClient.head(server, "GET /api/runs/" + id, "secret");
      try (SocketClient client = SocketClient.to(server)) {
        assertThat(client.send(head + "\r\n").rest()).startsWith("HTTP/1.1 404 ");
      }
    }
  }

  @Test
  void aRunThatIsNowhereIsNotFoundInTheWordsOfThePlace() throws IOException {
    try (Server server = follower()) {
      assertThat(ask(server, "GET /api/runs/01ABC"))
          .startsWith("HTTP/1.1 404 ")
          .contains("run '01ABC' is not in the exchange");
    }
  }

  @Test
  void aRunOfAnotherProcessIsNotStoppedFromHere() throws IOException {
    try (Server maker = maker();
        Server server = follower()) {
      String id = start(maker);
      upstream.say("first");
      try (SocketClient viewer = viewer(server, id)) {
        viewer.until("first");
      }

      assertThat(SocketClient.ask(server, "POST /api/runs/" + id + "/stop", ""))
          .startsWith("HTTP/1.1 409 ")
          .contains("is made by another process; stop it there");
      upstream.finish();
      assertThat(events(server, id)).contains("\"status\":\"completed\"");
    }
  }

  private Server maker() {
    return Server.builder("one", upstream)
        .to("exchange", exchange::recorder, Delivery.required())
        .start();
  }

  private Server follower() {
    return Server.builder("one", ScriptedTransport.answering("no")).remote(exchange).start();
  }

  private static String start(Server server) throws IOException {
    String reply = SocketClient.ask(server, "POST /api/runs", ORDER);
    return JsonObject.read(reply.substring(reply.indexOf("\r\n\r\n"))).string("id").orElseThrow();
  }

  private static SocketClient viewer(Server server, String id) throws IOException {
    String line = "GET /api/events?run=" + id;
    return SocketClient.to(server).send(SocketClient.head(server, line) + "\r\n");
  }

  private static String events(Server server, String place) throws IOException {
    return ask(server, "GET /api/events?run=" + place);
  }

  private static String ask(Server server, String line) throws IOException {
    return SocketClient.ask(server, line, "");
  }

  private static List<String> numbers(String events) {
    return LINE.matcher(events).results().map(line -> line.group(1)).toList();
  }

  private static List<String> chunks(String events) {
    return LINE.matcher(events)
        .results()
        .filter(line -> line.group(2).equals("chunk"))
        .map(line -> line.group(3).replaceFirst("\"at_ms\":[0-9.]+", ""))
        .toList();
  }
}
