package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import java.nio.file.Path;
import java.util.Map;

/** The contract of a sink that writes one file and neglects one duty. */
abstract class BadSink extends SinkContract {

  /** The sink that writes that file. */
  protected Sink sink(Path file) {
    return new NoteSink(file);
  }

  @Override
  protected SinkFactory factory() {
    return Neglect.factory(this::sink);
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Neglect.options(folder);
  }
}
