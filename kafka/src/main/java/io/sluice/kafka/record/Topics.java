package io.sluice.kafka.record;

/** The names of topics where none are given. */
public final class Topics {

  /** Requests, each a line of a batch's input. */
  public static final String REQUESTS = "sluice.requests";

  /** The lines of runs, keyed so that each run is in one partition. */
  public static final String CHUNKS = "sluice.chunks";

  /** The results of runs, of which the last one of a key is kept. */
  public static final String RESULTS = "sluice.results";

  /** Requests that could not be answered. Brokers demand the prefix {@code dlq.}. */
  public static final String DEAD_LETTERS = "dlq.sluice";

  private Topics() {}
}
