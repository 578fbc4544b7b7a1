package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trade of a token for a cookie, and what pages of other origins may do. */
class SessionTest {

  private final Server server =
      Server.builder("script", ScriptedTransport.answering("hi"))
          .allowOrigin("https://app.example")
          .start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aTokenIsTradedForACookieThatScriptsCannotRead() throws IOException {
    String reply = trade(server.token().orElseThrow());

    assertThat(reply).startsWith("HTTP/1.1 204 ");
    assertThat(reply)
        .containsIgnoringCase(
            "set-cookie: sluice-"
                + server.port()
                + "="
                + server.token().orElseThrow()
                + "; HttpOnly; SameSite=Strict; Path=/api\r\n");
    assertThat(
            get(
                "/api/about",
                "Cookie: sluice-" + server.port() + "=" + server.token().orElseThrow() + "\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"endpoints\":[{\"name\":\"script\"");
  }

  @Test
  void fiveWrongTokensAreTooManyWhereverTheyAreShown() throws IOException {
    for (int time = 0; time < 4; time++) {
      assertThat(trade("wrong")).startsWith("HTTP/1.1 401 ").doesNotContain("Set-Cookie");
    }
    assertThat(get("/api/about", "Authorization: Bearer wrong\r\n")).startsWith("HTTP/1.1 401 ");

    assertThat(trade("wrong")).startsWith("HTTP/1.1 429 ").containsIgnoringCase("retry-after: ");
    assertThat(trade(server.token().orElseThrow())).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void aPageOfAnAllowedOriginSeesTheReplyAndNoOtherDoes() throws IOException {
    String allowed = "Origin: https://app.example\r\nSec-Fetch-Site: cross-site\r\n";
    assertThat(get("/healthz", allowed))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("access-control-allow-origin: https://app.example\r\n")
        .containsIgnoringCase("vary: origin\r\n")
        .doesNotContainIgnoringCase("access-control-allow-credentials");
    assertThat(get("/healthz", "Origin: https://evil.example\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContainIgnoringCase("access-control-allow-origin");
  }

  @Test
  void theCookieIsForTlsAloneWhereAServerInFrontOfThisOneSpeaksIt() throws IOException {
    try (Server fronted =
        Server.builder("script", ScriptedTransport.answering("hi")).behind("AI.example").start()) {
      assertThat(trade(fronted, "ai.example")).contains("; Path=/api; Secure\r\n");
      assertThat(trade(fronted, "127.0.0.1:" + fronted.port())).contains("; Path=/api\r\n");
    }
  }

  @Test
  void theTokenOfOneStartIsNotThatOfTheNext() {
    try (Server other = Server.builder("script", ScriptedTransport.answering("hi")).start()) {
      assertThat(other.token()).isPresent().isNotEqualTo(server.token());
      assertThat(other.token().orElseThrow()).hasSize(43);
    }
  }

  private String trade(String token) throws IOException {
    return trade(server, "127.0.0.1:" + server.port(), token);
  }

  private static String trade(Server asked, String host) throws IOException {
    return trade(asked, host, asked.token().orElseThrow());
  }

  private static String trade(Server asked, String host, String token) throws IOException {
    String body = "{\"token\":\"" + token + "\"}";
    try (SocketClient client = SocketClient.to(asked)) {
      return client
          .send(
              "POST /api/session HTTP/1.0\r\nHost: "
                  + host
                  + "\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body)
          .rest();
    }
  }

  private String get(String path, String headers) throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      return client
          .send(
              "GET "
                  + path
                  + " HTTP/1.0\r\nHost: 127.0.0.1:"
                  + server.port()
                  + "\r\n"
                  + headers
                  + "\r\n")
          .rest();
    }
  }
}
