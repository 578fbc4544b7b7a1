package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.ObservationContextAssert;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.telemetry.ProviderName;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamObservationTest {

  private static final String NAME = "gen_ai.client.operation";
  private static final ChatRequest REQUEST = ChatRequest.of("gpt-4o-mini", "Say a secret word.");

  private final TestObservationRegistry registry = TestObservationRegistry.create();
  private final BlockingQueue<Observation.Context> ended = new LinkedBlockingQueue<>();
  private final List<String> events = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public void onEvent(Observation.Event event, Observation.Context context) {
                events.add(event.getName());
              }

              @Override
              public void onStop(Observation.Context context) {
                ended.add(context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return context.getName().equals(NAME);
              }
            });
  }

  @Test
  void aPipelineIsObservedBelowItsCaller() throws InterruptedException {
    var transport =
        new ObservingTransport(ScriptedTransport.answering("Hello", " there"), registry);
    Observation caller = Observation.start("caller", registry);
    try (Observation.Scope scope = caller.openScope()) {
      assertThat(scope.getCurrentObservation()).isSameAs(caller);
      Pipeline.from(transport).to("none", () -> chunk -> {}).build().run(REQUEST);
    }

    ObservationContextAssert.assertThat(end())
        .doesNotHaveError()
        .hasContextualNameEqualTo("chat gpt-4o-mini")
        .hasParentObservationEqualTo(caller)
        .hasLowCardinalityKeyValue("gen_ai.operation.name", "chat")
        .hasLowCardinalityKeyValue("gen_ai.provider.name", "openai")
        .hasLowCardinalityKeyValue("gen_ai.request.model", "gpt-4o-mini")
        .hasLowCardinalityKeyValue("error.type", "none")
        .hasHighCardinalityKeyValue("sluice.status", "completed")
        .hasHighCardinalityKeyValueWithKey("gen_ai.usage.output_tokens");
    assertThat(events).containsExactly("sluice.first_token");
  }

  @Test
  void aLoopAndAWholeAnswerAreObservedToo() throws InterruptedException {
    var transport = new ObservingTransport(ScriptedTransport.answering("Hello"), registry);
    try (ChatStream stream = transport.stream(REQUEST)) {
      stream.forEach(chunk -> assertThat(chunk.json()).isNotEmpty());
    }
    end();
    transport.complete(REQUEST);
    end();

    assertThat(events).containsExactly("sluice.first_token", "sluice.first_token");
  }

  @Test
  void aStreamThatIsNeverReadIsNone() {
    var transport = new ObservingTransport(ScriptedTransport.answering("Hello"), registry);
    transport.stream(REQUEST).close();

    TestObservationRegistryAssert.assertThat(registry).doesNotHaveAnyObservation();
  }

  @Test
  void nothingOfPromptAndAnswerIsInTheObservation() throws InterruptedException {
    var transport = new ObservingTransport(ScriptedTransport.answering("Hush"), registry);
    transport.complete(REQUEST);

    assertThat(end().getAllKeyValues().toString()).doesNotContain("secret", "Hush");
  }

  @Test
  void aRefusalIsAnErrorWithItsStatus() throws InterruptedException {
    try (Simulator server = Simulator.builder().fault(Fault.parse("status=429")).start();
        NettyTransport netty = NettyTransport.open(Endpoint.of(server.baseUrl().toString()))) {
      var transport = new ObservingTransport(netty, registry);
      StreamOptions options = StreamOptions.defaults().retries(Retries.none());
      assertThatThrownBy(() -> transport.stream(REQUEST, options).completion())
          .isInstanceOf(StreamException.class);
    }

    ObservationContextAssert.assertThat(end())
        .hasError()
        .hasLowCardinalityKeyValue("error.type", "429");
  }

  private Observation.Context end() throws InterruptedException {
    return Objects.requireNonNull(ended.poll(30, TimeUnit.SECONDS), "no observation has ended");
  }

  @Test
  void providersAreKnownByTheirDomains() {
    assertThat(ProviderName.of("https://api.groq.com/openai/v1", "openai")).isEqualTo("groq");
    assertThat(ProviderName.of("https://x.openai.azure.com/openai", "openai"))
        .isEqualTo("azure.ai.openai");
    assertThat(ProviderName.of("https://notopenai.com/v1", "openai")).isEqualTo("openai");
    assertThat(ProviderName.of("http://127.0.0.1:8080/v1", "anthropic")).isEqualTo("anthropic");
    assertThat(ProviderName.of("a file", "openai")).isEqualTo("openai");
  }
}
