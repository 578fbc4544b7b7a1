package io.sluice.server.count;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Counts the requests that are passed on and not recorded, since the server was started: how many,
 * with how many bytes, and how long they took. Nothing else of them is kept. Thread-safe.
 */
public final class UnrecordedCounts {

  /** What clients make up beyond that is counted together. */
  private static final int MOST_KINDS = 1_000;

  private static final String ANY = "*";

  private final LongSupplier nanoTime;
  private final Map<Kind, Sums> sums = new LinkedHashMap<>();

  /** Counts with a clock of nanoseconds. */
  public UnrecordedCounts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The counts up to now, in the order in which their kinds came first. */
  public synchronized List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    sums.forEach((kind, sum) -> counts.add(sum.of(kind)));
    return counts;
  }

  long now() {
    return nanoTime.getAsLong();
  }

  synchronized void add(Kind kind, long sent, long received, long began) {
    boolean known = sums.containsKey(kind) || sums.size() < MOST_KINDS;
    Kind counted =
        known ? kind : new Kind(kind.owner(), kind.endpoint(), ANY, ANY, OptionalInt.empty());
    sums.computeIfAbsent(counted, first -> new Sums()).add(sent, received, now() - began);
  }

  /**
   * What requests have in common that are counted together.
   *
   * @param owner the name of the token that was shown, or who has the runs of those without one
   * @param endpoint the name of the endpoint
   * @param method the method of HTTP
   * @param path the path below the base URL, without what is different in each
   * @param status the status of the answer; empty if none came
   */
  public record Kind(
      String owner, String endpoint, String method, String path, OptionalInt status) {}

  /**
   * How often it came, and what it took.
   *
   * @param requests how many requests
   * @param sent the bytes of their bodies
   * @param received the bytes of the bodies of their answers
   * @param total how long they took together, from the head of the request to the end of the answer
   * @param longest how long the slowest took
   */
  public record Count(
      Kind kind, long requests, long sent, long received, Duration total, Duration longest) {}

  private static final class Sums {
    private long requests;
    private long sent;
    private long received;
    private long total;
    private long longest;

    void add(long bytesSent, long bytesReceived, long nanos) {
      requests++;
      sent += bytesSent;
      received += bytesReceived;
      total += nanos;
      longest = Math.max(longest, nanos);
    }

    Count of(Kind kind) {
      return new Count(
          kind, requests, sent, received, Duration.ofNanos(total), Duration.ofNanos(longest));
    }
  }
}
