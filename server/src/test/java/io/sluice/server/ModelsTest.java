package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.http.EndpointAccess;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelsTest {

  @Test
  void theModelsOfAnEndpointAreAskedForOnceAMinute() throws IOException {
    var asked = new AtomicInteger();
    try (Server server =
        Server.builder("one", ScriptedTransport.answering("hi"))
            .models("one", () -> List.of("m" + asked.incrementAndGet()))
            .start()) {
      String models = "{\"models\":[{\"id\":\"m1\"}]}";
      assertThat(SocketClient.ask(server, "GET /api/models", "")).endsWith(models);
      assertThat(SocketClient.ask(server, "GET /api/models?endpoint=one", "")).endsWith(models);
    }
  }

  @Test
  void whatTheServerOffersIsTold() throws IOException {
    try (Server server =
        Server.builder("one", ScriptedTransport.answering("hi"))
            .endpoint("two", ScriptedTransport.answering("hi"))
            .models("one", () -> List.of("m"))
            .access("one", EndpointAccess.KEYED)
            .access("two", EndpointAccess.OFFLINE)
            .start()) {
      assertThat(SocketClient.ask(server, "GET /api/about", ""))
          .contains("\"key\":true,\"offline\":false}", "\"key\":false,\"offline\":true}")
          .contains("\"archive\":false,\"offline\":false,");
      SocketClient.ask(server, "GET /api/models", "");
      assertThat(SocketClient.ask(server, "GET /api/about", ""))
          .contains("\"offline\":false,\"models\":[{\"id\":\"m\"}]}");
    }
  }

  @Test
  void anEndpointThatListsNoneSaysWhy() throws IOException {
    try (Server server =
        Server.builder("one", ScriptedTransport.answering("hi"))
            .endpoint("two", ScriptedTransport.answering("hi"))
            .models(
                "two",
                () -> {
                  throw new IOException("the server is away");
                })
            .start()) {
      assertThat(SocketClient.ask(server, "GET /api/models", ""))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("{\"models\":[],\"error\":\"the endpoint 'one' does not list its models\"}");
      assertThat(SocketClient.ask(server, "GET /api/models?endpoint=two", ""))
          .endsWith("{\"models\":[],\"error\":\"the server is away\"}");
      assertThat(SocketClient.ask(server, "GET /api/models?endpoint=tow", ""))
          .startsWith("HTTP/1.1 404 ");
    }
  }
}
