package io.sluice.replay;

import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Source;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Finds runs that are kept in a place of their own, such as a broker. Thread-safe. */
@FunctionalInterface
public interface RunSourceFactory {

  /** The option that names the run; each factory declares it. */
  String RUN = "run";

  /**
   * Finds one run, and waits for it if it is to begin soon. The source can be opened any number of
   * times.
   *
   * @param dialects finds the dialect that the run names, and throws an IllegalArgumentException in
   *     one line if there is none of that name
   * @throws IllegalArgumentException in one line, if the options contradict each other
   * @throws UnknownRunException in one line, if there is no such run, or not its beginning
   * @throws IOException in one line, if the place cannot be read
   */
  Source find(SinkOptions options, Function<String, Dialect> dialects) throws IOException;

  /** The options that name the place and the run; all others are refused. */
  default List<SinkOption> options() {
    return List.of();
  }

  /** The place, in one line. */
  default String description() {
    return "";
  }
}
