package io.sluice.queue;

import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.util.List;

/**
 * Opens a queue from options at each call. Thread-safe. A factory of a plugin that is an {@link
 * AutoCloseable} is closed after the last run, as that of a sink is.
 */
@FunctionalInterface
public interface JobQueueFactory {

  /**
   * Opens a queue. Blocks until it is known to be there, within a limit that the queue states.
   *
   * @throws IllegalArgumentException with a one-line message, if the options contradict each other
   * @throws IOException with a one-line message, if the queue cannot be used
   */
  JobQueue open(SinkOptions options) throws IOException;

  /** The options of the queue, declared as those of a sink are; all others are refused. */
  default List<SinkOption> options() {
    return List.of();
  }

  /** What the queue is, in one line. */
  default String description() {
    return "";
  }
}
