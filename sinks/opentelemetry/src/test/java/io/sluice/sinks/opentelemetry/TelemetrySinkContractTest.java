package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.Map;

/** It leaves nothing for a reader but what its target is told. */
class TelemetrySinkContractTest extends SinkContract {

  private static final GenAiTelemetry TELEMETRY = GenAiTelemetry.of(OpenTelemetry.noop());

  @Override
  protected SinkFactory factory() {
    return options -> TELEMETRY.sink();
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of();
  }

  @Override
  protected boolean hasOutput() {
    return false;
  }
}
