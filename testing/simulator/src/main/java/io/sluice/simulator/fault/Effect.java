package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;

/** What a fault makes of an answer. Stateless; what a script needs to remember is the script's. */
@FunctionalInterface
interface Effect {

  /** The answer with the fault in it; it may leave the healthy one aside. */
  Script play(Script healthy, FaultedRequest exchange);

  /** The fault does nothing itself but ends all faults after so many requests. */
  record Limit(long requests) implements Effect {
    @Override
    public Script play(Script healthy, FaultedRequest exchange) {
      return healthy;
    }
  }
}
