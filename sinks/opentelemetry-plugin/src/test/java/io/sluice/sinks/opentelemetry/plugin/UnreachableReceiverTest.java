package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.pipeline.PipelineResult;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.Plugins;
import io.sluice.stream.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A receiver that takes nothing harms no run, and is spoken of once, at the end. */
class UnreachableReceiverTest {

  @Test
  void aReceiverThatIsAwayIsNamedInOneLine() throws IOException {
    String gone;
    try (var receiver = OtlpReceiver.start()) {
      gone = receiver.url();
    }
    assertNothingButOneLine(gone, "not everything was delivered to " + gone + ": ");
  }

  @Test
  void aReceiverThatRefusesIsNamedWithItsStatus() throws IOException {
    try (var receiver = OtlpReceiver.answering(503)) {
      assertNothingButOneLine(receiver.url(), "503");
    }
  }

  @Tag("thorough")
  @Test
  void aReceiverThatHangsIsNotWaitedForLongerThanTheFlushMayTake() throws IOException {
    try (var receiver = OtlpReceiver.silent()) {
      assertNothingButOneLine(receiver.url(), "it did not answer in time");
    }
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

    PipelineResult result = OtelRun.play(plugins, "otel:endpoint=" + url, Scenario.COMPLETE);

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
      assertThatThrownBy(() -> OtelRun.play(plugins, spec, Scenario.COMPLETE))
          .hasMessageContaining(line)
          .message()
          .startsWith("sink 'otel': ")
          .hasLineCount(1);
    }
  }
}
