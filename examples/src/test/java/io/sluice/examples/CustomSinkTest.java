package io.sluice.examples;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.nio.file.Path;
import java.util.Map;

/** The duties of every sink, tried on ours. */
final class CustomSinkTest extends SinkContract {

  private final Printed printed = new Printed();

  @Override
  protected SinkFactory factory() {
    return options -> new CustomSink(printed.stream());
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of();
  }

  @Override
  protected Map<String, String> written(Path folder) {
    String text = printed.text();
    printed.reset();
    return Map.of("screen", text);
  }
}
