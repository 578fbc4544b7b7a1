package io.sluice.transport.netty.connect;

import java.time.Duration;

/** Thrown when all connections to a target are in use for too long; the message says so. */
final class NoFreeConnection extends Exception {

  private static final long serialVersionUID = 1L;

  private NoFreeConnection(String message) {
    super(message);
  }

  static NoFreeConnection within(Duration limit, int most) {
    return new NoFreeConnection(
        "none of " + counted(most) + " became free within " + limit.toMillis() + " ms");
  }

  static NoFreeConnection inTheQueue(int most) {
    return new NoFreeConnection(
        ConnectionSlots.MOST_WAITING + " calls already wait for " + counted(most));
  }

  private static String counted(int most) {
    return most + (most == 1 ? " connection" : " connections");
  }
}
