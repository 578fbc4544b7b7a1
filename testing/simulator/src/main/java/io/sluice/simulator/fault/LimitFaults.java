package io.sluice.simulator.fault;

import java.util.List;

/** Limits the number of requests that faults apply to. */
final class LimitFaults {
  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.ANSWER,
              "times",
              "N",
              1,
              "the other faults apply to the first N requests only, so that a retry can succeed",
              Effect.Limit::new),
          FaultKind.of(
              Phase.ANSWER,
              "then-ok",
              "the same as times=1: the second request is answered well",
              new Effect.Limit(1)));

  private LimitFaults() {}
}
