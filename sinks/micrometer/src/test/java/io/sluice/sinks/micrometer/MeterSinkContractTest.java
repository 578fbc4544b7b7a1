package io.sluice.sinks.micrometer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.Map;

/** It leaves nothing for a reader but what its target is told. */
class MeterSinkContractTest extends SinkContract {

  private static final GenAiMeters METERS = GenAiMeters.of(new SimpleMeterRegistry());

  @Override
  protected SinkFactory factory() {
    return options -> METERS.sink();
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
