package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a machine says of OpenTelemetry for its other programs. System properties stand for the
 * variables here: the SDK reads both alike.
 */
class ForeignVariablesTest {

  private static final String OTLP = "otel.exporter.otlp.";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    List.copyOf(System.getProperties().stringPropertyNames()).stream()
        .filter(name -> name.startsWith(OTLP))
        .forEach(System::clearProperty);
  }

  @Test
  void theOptionsEndpointAloneIsSentTo() throws IOException {
    try (var other = OtlpReceiver.start();
        var receiver = OtlpReceiver.start()) {
      System.setProperty(OTLP + "protocol", "grpc");
      System.setProperty(OTLP + "traces.endpoint", other.url() + "/v1/traces");
      System.setProperty(OTLP + "metrics.endpoint", other.url() + "/v1/metrics");

      OtelRun.play(receiver, Scenario.COMPLETE, fields("X-Key: own"));

      assertThat(receiver.spans()).hasSize(1);
      assertThat(receiver.metrics()).isNotEmpty();
      assertThat(receiver.header("X-key")).isNotEmpty().containsOnly("own");
      assertThat(other.everything()).isEmpty();
    }
  }

  @Test
  void theOptionsEndpointGetsNoFieldsOfAnotherHost() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      System.setProperty(OTLP + "headers", "X-Key=general");
      System.setProperty(OTLP + "traces.headers", "X-Key=of-traces");

      OtelRun.play(receiver, Scenario.COMPLETE, "");

      assertThat(receiver.spans()).hasSize(1);
      assertThat(receiver.header("X-key")).isNotEmpty().containsOnly("none");
    }
  }

  @Test
  void fieldsWithoutAnEndpointGoBeforeThoseOfASignal() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      System.setProperty(OTLP + "endpoint", receiver.url());
      System.setProperty(OTLP + "traces.headers", "X-Key=of-traces");

      try (OtelSinkFactory factory = OtelRun.factory()) {
        OtelRun.play(factory, "otel:" + fields("X-Key: own").substring(1), Scenario.COMPLETE);
      }

      assertThat(receiver.spans()).hasSize(1);
      assertThat(receiver.header("X-key")).isNotEmpty().containsOnly("own");
    }
  }

  @Test
  void theNoticeNamesThePlaceOfEachSignal() throws IOException {
    System.setProperty(OTLP + "traces.endpoint", "http://traces:4318/v1/traces");
    System.setProperty(OTLP + "endpoint", "http://rest:4318");

    assertThat(SdkBuild.endpoint(options(Map.of())))
        .isEqualTo("http://traces:4318/v1/traces and http://rest:4318");
    assertThat(SdkBuild.endpoint(options(Map.of("endpoint", "http://own:4318"))))
        .isEqualTo("http://own:4318");
  }

  private String fields(String lines) throws IOException {
    return ",headers=" + Files.writeString(folder.resolve("headers.txt"), lines + "\n");
  }

  private static OtelOptions options(Map<String, String> given) throws IOException {
    return OtelOptions.of(SinkOptions.of(OtelOptions.DECLARED, given), Map.of());
  }
}
