package com.example;

import io.sluice.plugin.Plugins;
import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class BellTest extends SinkContract {
  @Override
  protected SinkFactory factory() {
    return Plugins.load(List.of()).sinks().get("bell");
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of();
  }
}
