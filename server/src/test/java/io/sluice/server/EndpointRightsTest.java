package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.server.gate.AccessToken;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which endpoints the holder of a token may use. */
class EndpointRightsTest {

  private static final String REQUEST =
      "\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";

  private final Server server =
      Server.builder("dear", ScriptedTransport.answering("a"))
          .endpoint("cheap", ScriptedTransport.answering("b"))
          .token(AccessToken.of("all", "all"))
          .token(AccessToken.of("poor", "few").onlyFor(List.of("cheap")))
          .start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCallerIsToldOfItsOwnEndpointsAlone() throws IOException {
    assertThat(as("all", "GET /api/about", "")).contains("\"dear\"", "\"cheap\"");
    assertThat(as("few", "GET /api/about", "")).contains("\"cheap\"").doesNotContain("dear");
    assertThat(as("few", "GET /api/models?endpoint=cheep", ""))
        .startsWith("HTTP/1.1 404 ")
        .doesNotContain("dear");
  }

  @Test
  void anotherEndpointIsRefusedOnEveryRouteThatTakesOne() throws IOException {
    String variants =
        "{" + REQUEST + ",\"variants\":[{\"endpoint\":\"cheap\"},{\"endpoint\":\"dear\"}]}";

    for (String reply :
        List.of(
            as("few", "POST /api/runs", "{\"endpoint\":\"dear\"," + REQUEST + "}"),
            as("few", "POST /api/comparisons", variants),
            as("few", "GET /api/models?endpoint=dear", ""))) {
      assertThat(reply)
          .startsWith("HTTP/1.1 403 ")
          .contains(
              "\"code\":\"endpoint_not_allowed\"",
              "the token 'poor' may not use the endpoint 'dear'; it may use: cheap");
    }
  }

  @Test
  void whereNoneIsNamedTheFirstThatMayBeUsedAnswers() throws IOException {
    String[] tokens = {"all", "few"};
    String[] endpoints = {"dear", "cheap"};
    for (int each = 0; each < tokens.length; each++) {
      assertThat(as(tokens[each], "POST /api/runs", "{" + REQUEST + "}"))
          .startsWith("HTTP/1.1 201 ");
      assertThat(as(tokens[each], "GET /api/runs", ""))
          .contains("\"endpoint\":\"" + endpoints[each] + "\"");
    }
  }

  @Test
  void tokensOfOneNameMayUseTheSameEndpoints() {
    ServerBuilder twice =
        Server.builder("a", ScriptedTransport.answering("a"))
            .token(AccessToken.of("ann", "old"))
            .token(AccessToken.of("ann", "new").onlyFor(List.of("a")));

    assertThatIllegalArgumentException()
        .isThrownBy(twice::start)
        .withMessageContaining("two tokens are named 'ann' and may use different endpoints");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessToken.of("ann", "old").onlyFor(List.of()));
  }

  private String as(String token, String line, String body) throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      client.send(SocketClient.head(server, line, token));
      return client.send("Content-Length: " + body.length() + "\r\n\r\n" + body).rest();
    }
  }
}
