package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.pipeline.PipelineResult;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A receiver that takes nothing harms no run, and is spoken of once, at the end. */
class UnreachableReceiverTest {

  @Test
  void aReceiverThatIsAwayIsNamedInOneLine() throws IOException {
    try (var bound = new Socket()) {
      // Nobody else gets the port as long as it is held, and nobody listens.
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String away = "http://127.0.0.1:" + bound.getLocalPort();
      assertNothingButOneLine(away, "not everything was delivered to " + away + ": ");
    }
  }

  @Test
  void aReceiverThatRefusesIsNamedWithItsStatus() throws IOException {
    try (var receiver = OtlpReceiver.answering(503)) {
      OtelSinkFactory patient = OtelRun.factory();
      OtelRun.play(patient, "otel:endpoint=" + receiver.url(), Scenario.COMPLETE);

      assertThatThrownBy(patient::close)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("not everything was delivered to " + receiver.url() + ": ")
          .hasMessageContaining("503")
          .message()
          .hasLineCount(1);
    }
  }

  @Tag("thorough")
  @Test
  void aReceiverThatHangsIsNotWaitedForLongerThanTheFlushMayTake() throws IOException {
    ProcessTelemetry telemetry;
    try (var receiver = OtlpReceiver.silent()) {
      Map<String, String> given = Map.of("endpoint", receiver.url());
      telemetry =
          new ProcessTelemetry(
              OtelOptions.of(SinkOptions.of(OtelOptions.DECLARED, given), Map.of()), List.of());
      OtelRun.play(new OtelSink(telemetry), Scenario.COMPLETE);

      assertThat(telemetry.close(Duration.ofSeconds(5)))
          .contains(
              "not everything was delivered to " + receiver.url() + ": it did not answer in time");
    }
    assertThat(telemetry.ended().toCompletableFuture()).succeedsWithin(OtelRun.PATIENCE);
    assertThat(Logger.getLogger("io.opentelemetry").getUseParentHandlers()).isTrue();
  }

  /** The words of an environment that asks for what the jar does not have. */
  @Test
  void wrongOptionsAreRefusedBeforeAnythingIsSent() {
    assertRefused("otel:endpoint=localhost", "endpoint is 'localhost'; use a URL such as");
    assertRefused("otel:conventions=2", "conventions is '2'; use 1.41, 0.1 or both");
    assertRefused("otel:also=datadog", "also is 'datadog'; use langfuse, openinference");
    assertRefused("otel:headers=missing.txt", "missing.txt cannot be read");
  }

  private static void assertNothingButOneLine(String url, String line) throws IOException {
    Plugins plugins = Plugins.load(List.of(), Map.of());

    Sink sink = plugins.sink(SinkSpec.parse("otel:endpoint=" + url));
    PipelineResult result = OtelRun.play(sink, Scenario.COMPLETE);

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures()).isEmpty();
    assertThatThrownBy(plugins::close)
        .isInstanceOf(BrokenPluginException.class)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).isEmpty())
        .message()
        .startsWith("sink 'otel': ")
        .contains(line)
        .hasLineCount(1);
  }

  private static void assertRefused(String spec, String line) {
    try (Plugins plugins = Plugins.load(List.of(), Map.of())) {
      assertThatThrownBy(() -> plugins.sink(SinkSpec.parse(spec)))
          .hasMessageContaining(line)
          .message()
          .startsWith("sink 'otel': ")
          .hasLineCount(1);
    }
  }
}
