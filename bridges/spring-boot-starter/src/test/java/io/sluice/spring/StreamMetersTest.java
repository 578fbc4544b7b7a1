package io.sluice.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.sluice.chat.ChatRequest;
import io.sluice.simulator.Simulator;
import io.sluice.sinks.micrometer.GenAiMeters;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.StreamOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Figures of streams in a registry of the application, also of those that have no pipeline. */
class StreamMetersTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final CountDownLatch tokens = new CountDownLatch(2);
  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  StreamMetersAutoConfiguration.class,
                  StreamObservationAutoConfiguration.class,
                  SluiceAutoConfiguration.class))
          .withBean(MeterRegistry.class, () -> registry);

  @Test
  void theTimeToTheFirstTokenAndTheDurationAreRecorded() throws Exception {
    ask(application);

    assertThat(registry.get("sluice.time_to_first_token").timer().count()).isEqualTo(1);
    assertThat(registry.get("gen_ai.client.operation").timer().count()).isEqualTo(1);
  }

  @Test
  void observationsTimeTheStreamsIfThereAreAny() throws Exception {
    ask(application.withBean(TestObservationRegistry.class, TestObservationRegistry::create));

    assertThat(registry.get("sluice.time_to_first_token").timer().count()).isEqualTo(1);
    assertThat(registry.find("gen_ai.client.operation").meter()).isNull();
  }

  @Test
  void anApplicationWithoutTheSinkHasNone() {
    application
        .withPropertyValues("sluice.base-url=http://127.0.0.1:1/v1")
        .withClassLoader(new FilteredClassLoader(GenAiMeters.class))
        .run(context -> assertThat(context).doesNotHaveBean(NettyTransportCustomizer.class));
  }

  private void ask(ApplicationContextRunner runner) throws InterruptedException {
    // The observer is told of the end on the event loop: tokens are the last that it records.
    registry
        .config()
        .onMeterAdded(
            meter -> {
              if (meter.getId().getName().equals("gen_ai.client.token.usage")) {
                tokens.countDown();
              }
            });
    try (Simulator server = Simulator.start()) {
      runner
          .withPropertyValues("sluice.base-url=" + server.baseUrl())
          .run(
              context -> {
                ChatTransport transport = context.getBean(ChatTransport.class);
                transport.stream(
                        ChatRequest.of("gpt-4o-mini", "Name a river."), StreamOptions.defaults())
                    .completion();
                assertThat(tokens.await(20, TimeUnit.SECONDS)).isTrue();
              });
    }
  }
}
