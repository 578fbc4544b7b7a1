package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.json.JsonObject;
import io.sluice.server.gate.AccessToken;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whose runs are whose, and what becomes of them when the server closes. */
class RunAccessTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";

  @Test
  void theRunOfAnotherTokenIsNotThere() throws IOException {
    try (Server shared =
        Server.builder("script", ScriptedTransport.answering("secret"))
            .token(AccessToken.of("ann", "a"))
            .token(AccessToken.of("ben", "b"))
            .start()) {
      String id = id(as(shared, "a", "POST /api/runs", ORDER));
      as(shared, "a", "GET /api/events?run=" + id, "");

      for (String route :
          new String[] {
            "GET /api/runs/" + id,
            "DELETE /api/runs/" + id,
            "GET /api/events?run=" + id,
            "POST /api/runs/" + id + "/stop",
            "GET /api/runs/" + id + "/transcript",
            "GET /api/runs/" + id + "/stream"
          }) {
        assertThat(as(shared, "b", route, "")).startsWith("HTTP/1.1 404 ").doesNotContain("secret");
      }
      assertThat(as(shared, "b", "GET /api/runs", "")).doesNotContain(id);
      assertThat(as(shared, "a", "GET /api/runs/" + id, "")).contains("secret");
    }
  }

  @Test
  void aServerThatClosesLetsItsViewersHaveTheEnd() throws Exception {
    Server closing =
        Server.builder("silent", ScriptedTransport.playing(AnswerScript.silence())).start();
    String id = id(SocketClient.ask(closing, "POST /api/runs", ORDER));
    try (SocketClient viewer = SocketClient.to(closing)) {
      viewer.send(SocketClient.head(closing, "GET /api/events?run=" + id) + "\r\n");
      viewer.until("event: open\n");
      closing.close();
      assertThat(viewer.rest()).contains("event: end\n", "\"status\":\"stopped\"");
    }
  }

  @Test
  void anAddressThatIsNotLoopbackNeedsTokensAndAFront() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Server.builder("x", ScriptedTransport.answering("hi")).host("0.0.0.0").start())
        .withMessageContaining("open to other machines");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Server.builder("x", ScriptedTransport.answering("hi"))
                    .host("0.0.0.0")
                    .token(AccessToken.of("a", "b"))
                    .start());
  }

  private static String as(Server server, String token, String line, String body)
      throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      client.send(
          line
              + " HTTP/1.0\r\nHost: 127.0.0.1:"
              + server.port()
              + "\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      return client.rest();
    }
  }

  private static String id(String reply) {
    return JsonObject.read(body(reply)).string("id").orElseThrow();
  }

  private static String body(String reply) {
    return reply.substring(reply.indexOf("\r\n\r\n") + 4);
  }
}
