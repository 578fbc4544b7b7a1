package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.simulator.Received;
import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.ScriptedTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SluiceAutoConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  AnthropicAutoConfiguration.class,
                  ContextAutoConfiguration.class,
                  SluiceAutoConfiguration.class));

  @Test
  void theTransportStreamsAsThePropertiesSay() {
    List<Received> received = new CopyOnWriteArrayList<>();
    try (Simulator server = Simulator.builder().onRequest(received::add).start()) {
      application
          .withPropertyValues(
              "sluice.base-url=" + server.baseUrl(),
              "sluice.api-key=sk-test-key",
              "sluice.model=sluice-offline",
              "sluice.headers.OpenAI-Project=proj-1",
              "sluice.query.api-version=7",
              "sluice.proxy=none")
          .run(
              context -> {
                ChatRequest request =
                    context.getBean(ChatRequest.Builder.class).user("Hello?").build();
                assertThat(context.getBean(ChatTransport.class).complete(request).text())
                    .isNotBlank();
              });
    }

    assertThat(received).hasSize(1);
    Received request = received.get(0);
    assertThat(request.header("Authorization")).contains("Bearer sk-test-key");
    assertThat(request.header("OpenAI-Project")).contains("proj-1");
    assertThat(request.path()).endsWith("?api-version=7");
  }

  @Test
  void timeoutsAndRetriesAreThoseOfTheProperties() {
    application
        .withPropertyValues(
            "sluice.base-url=http://127.0.0.1:1/v1",
            "sluice.timeouts.idle=7s",
            "sluice.timeouts.total=2m",
            "sluice.retries=5")
        .run(
            context -> {
              StreamOptions options = context.getBean(StreamOptions.class);
              assertThat(options.timeouts().idle()).isEqualTo(Duration.ofSeconds(7));
              assertThat(options.timeouts().total()).contains(Duration.ofMinutes(2));
              assertThat(options.timeouts().connect()).isEqualTo(Duration.ofSeconds(10));
              assertThat(options.retries().limit()).isEqualTo(5);
            });
  }

  @Test
  void theContextClosesTheTransport() {
    var transport = new ChatTransport[1];
    application
        .withPropertyValues("sluice.base-url=http://127.0.0.1:1/v1")
        .run(context -> transport[0] = context.getBean(ChatTransport.class));

    assertThatIllegalStateException()
        .isThrownBy(() -> transport[0].stream(ChatRequest.of("any", "Hello?")))
        .withMessageContaining("closed");
  }

  @Test
  void eachInjectionHasABuilderOfItsOwn() {
    application
        .withPropertyValues("sluice.base-url=http://127.0.0.1:1/v1")
        .run(
            context ->
                assertThat(context.getBean(Pipeline.Builder.class))
                    .isNotSameAs(context.getBean(Pipeline.Builder.class)));
  }

  @Test
  void beansOfTheApplicationComeFirst() {
    var own = ScriptedTransport.answering("Hello");
    application
        .withBean(ChatTransport.class, () -> own)
        .withPropertyValues("sluice.base-url=http://127.0.0.1:1/v1")
        .run(context -> assertThat(context.getBean(ChatTransport.class)).isSameAs(own));
  }

  @Test
  void theVariablesOfTheDialectNameTheServerIfNoPropertyDoes() {
    application
        .withPropertyValues("OPENAI_BASE_URL=http://127.0.0.1:2/v1", "OPENAI_API_KEY=sk-any")
        .run(
            context ->
                assertThat(context.getBean(ChatTransport.class).endpoint())
                    .isEqualTo("http://127.0.0.1:2/v1"));
  }

  @Test
  void anotherDialectIsChosenByItsName() {
    application
        .withPropertyValues("sluice.dialect=anthropic", "sluice.api-key=sk-any")
        .run(
            context -> {
              ChatTransport transport = context.getBean(ChatTransport.class);
              assertThat(transport.dialect()).isEqualTo("anthropic");
              assertThat(transport.endpoint()).startsWith("https://api.anthropic.com");
            });
  }

  @Test
  void anUnknownDialectIsRefusedWithThoseThatAreKnown() {
    application
        .withPropertyValues("sluice.dialect=klingon")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "sluice.dialect: there is no dialect 'klingon'; use one of"
                            + " [anthropic, openai], or add its jar or a bean of it"));
  }

  @Test
  void customizersChangeTheTransport() {
    application
        .withBean(
            NettyTransportCustomizer.class,
            () ->
                transport -> {
                  throw new IllegalStateException("was called");
                })
        .withPropertyValues("sluice.base-url=http://127.0.0.1:1/v1")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessage("was called"));
  }

  @Test
  void thePropertiesShowNoSecret() {
    application
        .withPropertyValues(
            "sluice.base-url=http://127.0.0.1:1/v1",
            "sluice.api-key=sk-secret",
            "sluice.headers.X-Api-Key=sk-secret")
        .run(
            context ->
                assertThat(context.getBean(SluiceProperties.class).toString())
                    .contains("http://127.0.0.1:1/v1")
                    .doesNotContain("sk-secret"));
  }
}
