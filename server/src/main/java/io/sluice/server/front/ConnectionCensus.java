package io.sluice.server.front;

import io.sluice.server.limits.Limits;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts the open connections, in all and by address. Thread-safe. */
final class ConnectionCensus {

  private final Limits limits;
  private final Map<InetAddress, Integer> byAddress = new HashMap<>();
  private int all;

  /** A census that counts up to these bounds. */
  ConnectionCensus(Limits limits) {
    this.limits = limits;
  }

  /** Counts a connection that was accepted, and says whether it may stay. */
  synchronized Admission enter(InetAddress address) {
    if (all >= limits.connections()) {
      return Admission.FULL;
    }
    int others = byAddress.getOrDefault(address, 0);
    if (!address.isLoopbackAddress() && others >= limits.connectionsOfAnAddress()) {
      return Admission.TOO_MANY_OF_THIS_ADDRESS;
    }
    all++;
    byAddress.put(address, others + 1);
    return Admission.WELCOME;
  }

  /** Counts a connection out that was {@link Admission#WELCOME}. */
  synchronized void leave(InetAddress address) {
    all--;
    byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  /** How many connections are open. */
  synchronized int open() {
    return all;
  }

  /** What happens to a connection. */
  enum Admission {
    /** It stays, and is counted. */
    WELCOME,
    /** There are as many as the server takes. It is closed at once, since even a reply costs. */
    FULL,
    /** Its address has as many as it may. It gets a reply with status 503 and is closed. */
    TOO_MANY_OF_THIS_ADDRESS
  }
}
