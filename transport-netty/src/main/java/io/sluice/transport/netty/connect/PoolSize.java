package io.sluice.transport.netty.connect;

import java.time.Duration;

/**
 * How many connections a transport has, and how long it keeps them.
 *
 * @param greatestAge the greatest age at which a connection is still reused
 * @param most the most connections to one target, used or idle
 * @param mostIdle the most idle connections to one target, on each event loop
 */
public record PoolSize(Duration greatestAge, int most, int mostIdle) {

  /** As many connections as are needed, of which 64 may be idle. */
  public static PoolSize usual() {
    return new PoolSize(Duration.ofMinutes(5), Integer.MAX_VALUE, 64);
  }

  /** The same size with another greatest age. */
  public PoolSize aged(Duration greatest) {
    return new PoolSize(greatest, most, mostIdle);
  }

  /** The same size with another bound on all connections. */
  public PoolSize most(int connections) {
    return new PoolSize(greatestAge, connections, mostIdle);
  }

  /** The same size with another bound on idle connections. */
  public PoolSize mostIdle(int connections) {
    return new PoolSize(greatestAge, most, connections);
  }

  boolean isBounded() {
    return most < Integer.MAX_VALUE;
  }
}
