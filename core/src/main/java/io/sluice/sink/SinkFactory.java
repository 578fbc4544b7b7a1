package io.sluice.sink;

import io.sluice.observe.ProgramMeter;
import java.io.IOException;
import java.util.List;

/**
 * Makes a new sink from options at each call. Thread-safe.
 *
 * <p>A factory of a plugin may keep what all of its sinks share, such as a connection to a broker,
 * and be an {@link AutoCloseable}: {@code Plugins.close()} closes it after the last run, and waits
 * ten seconds for that at the most. An {@link IOException} from {@code close} is reported in one
 * line, with its message. It makes nothing of the kind before the first sink is opened.
 */
@FunctionalInterface
public interface SinkFactory {

  /**
   * Makes a sink that has acquired no resources yet.
   *
   * @throws IllegalArgumentException with a one-line message, if the options contradict each other
   */
  Sink create(SinkOptions options) throws IOException;

  /**
   * Takes a figure that the program keeps beside its runs, which a factory whose sinks report
   * figures may report with them for as long as it is open. Called before the first sink is opened,
   * also after sinks were made.
   */
  default void watch(ProgramMeter meter) {}

  /** The options of the sink; all others are refused. */
  default List<SinkOption> options() {
    return List.of();
  }

  /** The sink's purpose, in one line. */
  default String description() {
    return "";
  }
}
