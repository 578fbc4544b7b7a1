package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.observe.ProgramMeter;
import io.sluice.observe.ProgramMeter.Kind;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramInstrumentsTest {

  @Test
  void figuresOfTheProgramAreReportedWithThoseOfItsRuns() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      try (OtelSinkFactory factory = OtelRun.factory()) {
        OtelSink sink = OtelRun.sink(factory, "otel:endpoint=" + receiver.url());
        factory.watch(rows("completed", 7));
        factory.watch(rows("failed", 2));
        factory.watch(rows("unknown", Double.NaN));
        factory.watch(new ProgramMeter(Kind.TOTAL, "sluice.sink.failures", "", Map.of(), () -> 3));
        OtelRun.play(sink, Scenario.COMPLETE);
      }

      assertThat(receiver.metrics().stream().filter(each -> each.getName().startsWith("sluice.b")))
          .singleElement()
          .satisfies(
              metric ->
                  assertThat(metric.getGauge().getDataPointsList())
                      .extracting(point -> point.getAsDouble())
                      .containsExactlyInAnyOrder(7.0, 2.0));
      assertThat(receiver.metrics())
          .filteredOn(metric -> metric.getName().equals("sluice.sink.failures"))
          .singleElement()
          .satisfies(
              metric -> {
                assertThat(metric.getSum().getIsMonotonic()).isTrue();
                assertThat(metric.getSum().getDataPoints(0).getAsDouble()).isEqualTo(3);
              });
    }
  }

  private static ProgramMeter rows(String state, double value) {
    return new ProgramMeter(
        Kind.GAUGE, "sluice.batch.rows", "Rows.", Map.of("state", state), () -> value);
  }
}
