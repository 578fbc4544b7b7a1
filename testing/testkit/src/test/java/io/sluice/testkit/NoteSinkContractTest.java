package io.sluice.testkit;

import io.sluice.sink.SinkFactory;
import java.nio.file.Path;
import java.util.Map;

/** A sink that does its duties passes. */
class NoteSinkContractTest extends SinkContract {

  @Override
  protected SinkFactory factory() {
    return Neglect.factory(NoteSink::new);
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Neglect.options(folder);
  }
}
