package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How many tokens a request has before it is sent. */
class PromptCountTest {

  @Test
  void thePromptIsCountedAsItsModelDoesAndNoRunIsStarted() throws IOException {
    try (Server server = Server.builder("script", ScriptedTransport.answering("hi")).start()) {
      assertThat(
              SocketClient.ask(
                  server,
                  "POST /api/tokens",
                  "{\"request\":{\"model\":\"gpt-4o\",\"messages\":"
                      + "[{\"role\":\"user\",\"content\":\"hello\"}]}}"))
          .startsWith("HTTP/1.1 200 ")
          .endsWith(
              "{\"tokens\":8,\"encoding\":\"o200k_base\",\"basis\":\"exact\",\"rule\":\"gpt-4o\"}");
      assertThat(SocketClient.ask(server, "POST /api/tokens", "{}"))
          .startsWith("HTTP/1.1 400 ")
          .contains("the body has no 'request'");
      assertThat(SocketClient.ask(server, "GET /api/runs", "")).contains("\"runs\":[]");
    }
  }
}
