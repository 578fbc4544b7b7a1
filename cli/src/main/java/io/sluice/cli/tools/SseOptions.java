package io.sluice.cli.tools;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.stream.Timeouts;
import java.util.List;

/**
 * The options of {@code sluice sse}.
 *
 * @param inputs files, URLs, or {@code -} for stdin; at least one
 * @param timeouts the limits for a stream from a URL
 */
record SseOptions(List<String> inputs, Timeouts timeouts) {
  static final String STDIN = "-";

  SseOptions {
    inputs = List.copyOf(inputs);
  }

  static SseOptions of(Arguments arguments) {
    List<String> words = arguments.words();
    return new SseOptions(
        words.isEmpty() ? List.of(STDIN) : words, TimeoutFlags.timeouts(arguments));
  }
}
