package com.example;

import io.sluice.plugin.SinkRegistry;
import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class BellTest extends SinkContract {
  @Override
  protected SinkFactory factory() {
    return SinkRegistry.load(List.of()).factory("bell");
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of();
  }
}
