package io.sluice.testkit;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Factories for sinks that write one file. */
final class Neglect {

  private Neglect() {}

  static Map<String, String> options(Path folder) {
    return Map.of("path", folder.resolve("note.txt").toString());
  }

  static SinkFactory factory(Function<Path, Sink> sinks) {
    return new SinkFactory() {
      @Override
      public Sink create(SinkOptions options) {
        return sinks.apply(options.path("path").orElseThrow());
      }

      @Override
      public List<SinkOption> options() {
        return List.of(SinkOption.of("path", SinkOption.Type.PATH, "where to"));
      }
    };
  }
}
