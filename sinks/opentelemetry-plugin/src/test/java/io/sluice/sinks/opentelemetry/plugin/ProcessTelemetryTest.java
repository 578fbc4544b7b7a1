package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.sluice.simulator.Simulator;
import io.sluice.sink.SinkOptions;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the runs of a process share, and when it is made. */
class ProcessTelemetryTest {

  private static final int MANY = 10_000;

  @Test
  void theSdkIsMadeOnceTheRequestIsOnItsWayAndNotBefore() throws IOException {
    var telemetry = telemetry(Map.of("endpoint", "http://127.0.0.1:9"));
    var sink = new OtelSink(telemetry);

    assertThat(telemetry.hasBegun()).isFalse();
    assertThat(sink.idleInterval()).contains(Duration.ofMillis(100));
    sink.onIdle(Duration.ofMillis(100));
    assertThat(telemetry.hasBegun()).isTrue();
    assertThat(new OtelSink(telemetry).idleInterval()).isEmpty();
    assertThat(telemetry.close(OtelRun.PATIENCE)).isEmpty();
  }

  @Test
  void aProcessWithoutRunsMakesNothing() {
    var factory = OtelRun.factory();

    assertThat(factory.options()).hasSize(10);
    assertThatNoException().isThrownBy(factory::close);
  }

  @Test
  void theServerIsToldOfTheSpanIfThatIsAskedFor() throws IOException {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    try (var server =
            Simulator.builder()
                .onRequest(request -> told.add(request.header("traceparent").orElse("none")))
                .start();
        var transport = NettyTransport.open(Endpoint.of(server.baseUrl().toString()));
        var receiver = OtlpReceiver.start()) {
      try (OtelSinkFactory factory = OtelRun.factory()) {
        String spec = "otel:endpoint=" + receiver.url();
        var telling = telemetry(Map.of("endpoint", receiver.url(), "propagate", "true"));
        telling.begin();
        assertThat(telling.made().toCompletableFuture()).succeedsWithin(OtelRun.PATIENCE);
        OtelRun.play(new OtelSink(telling), transport, Scenario.COMPLETE);
        assertThat(telling.close(OtelRun.PATIENCE)).isEmpty();
        OtelRun.play(OtelRun.sink(factory, spec), transport, Scenario.COMPLETE);
      }

      HexFormat hex = HexFormat.of();
      assertThat(receiver.spans()).hasSize(2);
      assertThat(told).hasSize(2).endsWith("none");
      assertThat(receiver.spans())
          .extracting(
              span ->
                  "00-"
                      + hex.formatHex(span.getTraceId().toByteArray())
                      + "-"
                      + hex.formatHex(span.getSpanId().toByteArray())
                      + "-")
          .contains(told.element().replaceFirst("[0-9a-f]{2}$", ""));
    }
  }

  @Tag("thorough")
  @Test
  void tenThousandRunsShareOneSdkAndItsThreads() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      try (OtelSinkFactory factory = OtelRun.factory()) {
        String spec = "otel:endpoint=" + receiver.url();
        ProcessTelemetry shared = OtelRun.sink(factory, spec).telemetry;
        OtelRun.play(factory, spec, Scenario.COMPLETE);
        assertThat(shared.made().toCompletableFuture()).succeedsWithin(OtelRun.PATIENCE);
        long before = threads("BatchSpanProcessor");
        assertThat(before).isPositive();
        IntStream.range(0, MANY - 1).parallel().forEach(run -> playQuietly(factory, spec));

        assertThat(threads("BatchSpanProcessor")).isLessThanOrEqualTo(before);
      }
      assertThat(receiver.spans()).hasSize(MANY);
      assertThat(receiver.resources().stream().distinct()).hasSize(1);
    }
  }

  @Test
  void theVariableOfTheConventionsIsReadUnlessAnOptionSaysOtherwise() throws IOException {
    Map<String, String> latest =
        Map.of("OTEL_SEMCONV_STABILITY_OPT_IN", "http, gen_ai_latest_experimental");

    assertThat(options(Map.of(), latest).conventions().name()).isEqualTo("V0_1");
    assertThat(options(Map.of(), Map.of()).conventions().name()).isEqualTo("V1_41");
    assertThat(options(Map.of("conventions", "both"), latest).conventions().name())
        .isEqualTo("BOTH");
  }

  private static void playQuietly(OtelSinkFactory factory, String spec) {
    try {
      OtelRun.play(factory, spec, Scenario.NO_USAGE);
    } catch (IOException refused) {
      throw new java.io.UncheckedIOException(refused);
    }
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains(name))
        .count();
  }

  private static ProcessTelemetry telemetry(Map<String, String> given) throws IOException {
    return new ProcessTelemetry(options(given, Map.of()), List.of());
  }

  private static OtelOptions options(Map<String, String> given, Map<String, String> environment)
      throws IOException {
    return OtelOptions.of(SinkOptions.of(OtelOptions.DECLARED, given), environment);
  }
}
