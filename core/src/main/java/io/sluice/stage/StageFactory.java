package io.sluice.stage;

import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.util.List;

/**
 * Makes a new stage from options at each call. Thread-safe. A factory of a plugin that is an {@link
 * AutoCloseable} is closed after the last run, as that of a sink is.
 */
@FunctionalInterface
public interface StageFactory {

  /**
   * Makes a stage that has acquired no resources yet.
   *
   * @throws IllegalArgumentException with a one-line message, if the options contradict each other
   * @throws IOException with a one-line message, if a file that an option names cannot be read
   */
  Stage create(SinkOptions options) throws IOException;

  /** The options of the stage, declared as those of a sink are; all others are refused. */
  default List<SinkOption> options() {
    return List.of();
  }

  /** The stage's purpose, in one line. */
  default String description() {
    return "";
  }
}
