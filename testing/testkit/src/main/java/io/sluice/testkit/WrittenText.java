package io.sluice.testkit;

import java.util.Map;

/** The output of a sink as text that can be compared between runs. */
final class WrittenText {

  /** The text of no output. */
  static final String NONE = "{}";

  /** What was printed if it cannot be read, such as the bell of a terminal. */
  static final String SIGNALS = "{printed=}";

  private WrittenText() {}

  /** What was printed, without control characters. */
  static String printed(String text) {
    return text.isEmpty() ? NONE : unnumbered(Map.of("printed", text.replaceAll("\\p{Cntrl}", "")));
  }

  /** Removes names of runs, times and counts, which differ from run to run without a meaning. */
  static String unnumbered(Map<String, String> written) {
    return written
        .toString()
        .replaceAll("[0-9]{8}-[0-9]{6}-[a-z0-9]{6}", "run")
        .replaceAll("[0-9]+(\\.[0-9]+)?", "0");
  }
}
