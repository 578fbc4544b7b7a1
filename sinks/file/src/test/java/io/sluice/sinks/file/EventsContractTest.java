package io.sluice.sinks.file;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.Map;

class EventsContractTest extends SinkContract {

  @Override
  protected SinkFactory factory() {
    return new FileSinkFactory();
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of("path", folder.resolve("answer.sse").toString());
  }
}
