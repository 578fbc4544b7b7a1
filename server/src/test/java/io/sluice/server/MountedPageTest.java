package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.http.Reply;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page of the server's own needs: its paths without a token, and lists one can read. */
class MountedPageTest {

  private final Server server =
      Server.builder("pushed", new PushedAnswer())
          .mount("/", asked -> CompletableFuture.completedFuture(text("the page")))
          .mount("/assets", asked -> CompletableFuture.completedFuture(text("a file")))
          .start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aSingleSlashStandsForThatPathAlone() throws IOException {
    assertThat(SocketClient.ask(server, "GET /", "")).endsWith("the page");
    assertThat(SocketClient.ask(server, "GET /assets/main.js", "")).endsWith("a file");
    assertThat(SocketClient.ask(server, "GET /healthz", "")).endsWith("ok");
    assertThat(SocketClient.ask(server, "GET /other", "")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aListSaysHowTheLastQuestionOfARunBegins() throws IOException {
    String order =
        "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"First?\"},"
            + "{\"role\":\"assistant\",\"content\":\"Yes.\"},"
            + "{\"role\":\"user\",\"content\":\"And\\nthen"
            + "!".repeat(200)
            + "\"}]}}";
    assertThat(SocketClient.ask(server, "POST /api/runs", order)).startsWith("HTTP/1.1 201 ");

    assertThat(SocketClient.ask(server, "GET /api/runs", ""))
        .contains("\"question\":\"And then" + "!".repeat(112) + "…\"");
  }

  private static Reply text(String text) {
    return Reply.text(200, "text/plain", text);
  }
}
