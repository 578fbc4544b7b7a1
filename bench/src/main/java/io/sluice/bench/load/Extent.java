package io.sluice.bench.load;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long a level lasts, its warm-up included, and what follows it.
 *
 * @param time how long requests are sent; ignored if {@code requests} is present
 * @param requests how many requests are sent; empty for as many as fit the time
 * @param warmUp what of it is not measured
 * @param coolDown how long requests under way may still end once no more are sent
 */
public record Extent(Duration time, OptionalInt requests, WarmUpRule warmUp, Duration coolDown) {

  /** Refuses an extent in which nothing is sent. */
  public Extent {
    if (time.isNegative() || time.isZero() || requests.orElse(1) < 1 || coolDown.isNegative()) {
      throw new IllegalArgumentException("a level needs a time or at least one request");
    }
  }

  /** A level of that time with the usual warm-up, at whose end requests under way are cut. */
  public static Extent of(Duration time) {
    return new Extent(time, OptionalInt.empty(), WarmUpRule.usual(), Duration.ZERO);
  }

  /** A level of that many requests, all of which are awaited. */
  public static Extent of(int requests) {
    return new Extent(
        Duration.ofHours(1), OptionalInt.of(requests), WarmUpRule.usual(), Duration.ZERO);
  }

  /** Returns this extent with another warm-up. */
  public Extent warmUp(WarmUpRule rule) {
    return new Extent(time, requests, rule, coolDown);
  }

  /** The time that is not measured. */
  public Duration warmUpTime() {
    Duration share = Duration.ofNanos((long) (time.toNanos() * warmUp.share()));
    return requests.isPresent() || warmUp.requests() > 0
        ? warmUp.time()
        : warmUp.time().plus(share);
  }

  /**
   * The number of first requests that are not measured: by the usual rule at least two for each
   * stream, but never more than half of a level of a fixed number.
   */
  public int warmUpRequests(int streams) {
    if (warmUp.requests() > 0 || warmUp.share() == 0) {
      return warmUp.requests();
    }
    int share = (int) (requests.orElse(0) * warmUp.share());
    int least = 2 * streams;
    return requests.isPresent() ? Math.min(Math.max(share, least), requests.getAsInt() / 2) : least;
  }
}
