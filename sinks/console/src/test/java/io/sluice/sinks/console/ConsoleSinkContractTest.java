package io.sluice.sinks.console;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

class ConsoleSinkContractTest extends SinkContract {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Override
  protected SinkFactory factory() {
    return options -> ConsoleSink.to(screen);
  }

  @Override
  protected Map<String, String> options(Path folder) {
    screen.reset();
    return Map.of();
  }

  @Override
  protected Map<String, String> written(Path folder) {
    return Map.of("screen", screen.toString(StandardCharsets.UTF_8));
  }
}
