package io.sluice.sink;

import java.io.IOException;
import java.util.List;

/** Makes a fresh sink from options at each call. Thread-safe. */
@FunctionalInterface
public interface SinkFactory {

  /**
   * A sink that has acquired nothing yet.
   *
   * @throws IllegalArgumentException if the options contradict each other, in one line
   */
  Sink create(SinkOptions options) throws IOException;

  /** The options there are; none others are accepted. */
  default List<SinkOption> options() {
    return List.of();
  }

  /** What the sink does, in one line. */
  default String description() {
    return "";
  }
}
