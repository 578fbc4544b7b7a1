package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.dialects.anthropic.AnthropicDialect;
import io.sluice.settings.NamedEndpoint;
import io.sluice.settings.Settings;
import io.sluice.stream.StreamOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets of docs/library.md about which server is asked, and how. */
final class LibraryServersTest {

  @Test
  void anEndpointHasHeadersAQueryAndKeys() {
    Supplier<String> vault = () -> "sk-example";
    String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    Endpoint project =
        Endpoint.of("https://api.openai.com/v1")
            .withKeys(() -> ApiKey.of(vault.get())) // asked for each request
            .withHeader("OpenAI-Organization", "org-example")
            .withHeader("OpenAI-Project", "proj-example");
    Endpoint azure =
        Endpoint.of("https://example.openai.azure.com/openai/deployments/chat")
            .withKey("azure-key-example")
            .withKeyField("api-key") // instead of Authorization
            .withQuery("api-version", "2024-10-21");
    StreamOptions traced = StreamOptions.defaults().header("traceparent", traceparent);

    HttpCall call = new OpenAiDialect().wholeCall(azure, ChatRequest.of("m", "Hello."), traced);
    assertThat(call.uri().toString()).endsWith("/chat/chat/completions?api-version=2024-10-21");
    assertThat(call.headers()).containsEntry("api-key", "azure-key-example");
    assertThat(project.keyed().secrets()).containsExactly("sk-example");
    assertThat(traced.headers()).hasSize(1);
  }

  @Test
  void oneTransportServesManyTenants() {
    NettyTransport shared = NettyTransport.open(Endpoint.of("https://api.openai.com/v1"));
    NettyTransport tenant =
        shared.at(Endpoint.of("https://llm.example.com/v1").withKey("sk-tenant"));
    try (shared) {
      assertThat(tenant.endpoint()).isEqualTo("https://llm.example.com/v1");
    }
  }

  @Test
  void aTransportHasItsProxiesAndCertificates() {
    var endpoint = Endpoint.of("https://llm.example.com/v1").withKey("sk-example");
    NettyTransport.Builder builder =
        NettyTransport.builder(endpoint)
            .proxies(Proxies.none()) // else those of HTTPS_PROXY, HTTP_PROXY and NO_PROXY
            .connectionAge(Duration.ofMinutes(1)) // else five minutes
            .authorities(Path.of("company-ca.pem")) // trusted beside those of the JDK
            .identity(Path.of("client.pem"), Path.of("client-key.pem"));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("company-ca.pem");
  }

  @Test
  void anotherDialectIsAnArgumentOfTheTransport() {
    var endpoint = Endpoint.of("https://api.anthropic.com/v1").withKey("sk-example");
    try (var transport = NettyTransport.builder(endpoint).dialect(new AnthropicDialect()).build()) {
      assertThat(transport.dialect()).isEqualTo("anthropic");
    }
  }

  @Test
  void anEndpointIsAskedByItsName(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("sluice"));
    try (Server server = Server.recorded()) {
      Files.writeString(
          folder.resolve("sluice/sluice.yaml"),
          "endpoints: {groq: {base-url: '" + server.transport().endpoint() + "'}}\n");
      var environment = Map.of("XDG_CONFIG_HOME", folder.toString(), "GROQ_API_KEY", "g-example");
      NamedEndpoint groq = Settings.load(environment, folder).endpoint("groq");
      Dialect dialect = new OpenAiDialect(); // what groq.dialect() names
      NettyTransport transport =
          NettyTransport.builder(groq.endpoint(dialect.defaults())).dialect(dialect).build();
      String model = groq.model().orElse("llama-3.3-70b-versatile");
      try (transport) {
        transport.complete(ChatRequest.of(model, "Tell me a joke."));
      }
      assertThat(groq.dialect()).isEqualTo(transport.dialect());
      assertThat(server.asked().get(0)).contains("llama-3.3-70b-versatile");
    }
  }
}
