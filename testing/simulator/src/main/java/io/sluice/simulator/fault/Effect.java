package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;

/**
 * The change that a fault makes to an answer. Stateless, but for {@link RateLimitedServer}; other
 * state belongs to the script it returns.
 */
@FunctionalInterface
interface Effect {

  /** The answer with the fault in it; it may ignore the healthy one. */
  Script play(Script healthy, FaultedRequest exchange);

  /** Changes no answer itself, but ends all faults after this many requests. */
  record Limit(long requests) implements Effect {
    @Override
    public Script play(Script healthy, FaultedRequest exchange) {
      return healthy;
    }
  }
}
