package io.sluice.benchmarks.server;

/**
 * How much is measured.
 *
 * @param streams how many answers pass at once, each with 50 chunks a second
 * @param seconds how long each of them takes
 * @param rounds how often each way is measured; the first time does not count if there are more
 * @param connections how many new connections are timed
 * @param viewers how many follow one run, of 20 chunks a second
 */
record Scale(int streams, int seconds, int rounds, int connections, int viewers) {

  /** Whether everything works: figures mean nothing. */
  static final Scale TRIAL = new Scale(4, 1, 1, 10, 50);

  static final Scale SHORT = new Scale(40, 6, 2, 200, 2_000);

  static final Scale FULL = new Scale(40, 20, 4, 1_000, 10_000);

  static Scale of(String flag) {
    return switch (flag) {
      case "--trial" -> TRIAL;
      case "--short" -> SHORT;
      case "" -> FULL;
      default -> throw new IllegalArgumentException("'" + flag + "'; use --trial or --short");
    };
  }
}
