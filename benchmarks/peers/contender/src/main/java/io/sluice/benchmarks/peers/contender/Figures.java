package io.sluice.benchmarks.peers.contender;

import java.util.StringJoiner;

/** What was measured, as a line of {@code name=value}. Mutable. */
final class Figures {

  private final StringJoiner line = new StringJoiner(" ");

  Figures with(String name, double value) {
    line.add(name + "=" + value);
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
