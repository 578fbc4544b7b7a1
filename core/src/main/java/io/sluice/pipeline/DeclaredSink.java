package io.sluice.pipeline;

import io.sluice.sink.Sink;
import java.util.Objects;
import java.util.function.Supplier;

/** A sink as it was declared: what makes it, and how it takes part in a run. */
record DeclaredSink(String name, Supplier<? extends Sink> sinks, Delivery delivery) {

  DeclaredSink {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a sink needs a name that is not blank");
    }
    Objects.requireNonNull(sinks, "sinks");
    Objects.requireNonNull(delivery, "delivery");
  }

  /** Whether a run cannot do without it. */
  boolean isRequired() {
    return delivery.need() == Need.REQUIRED;
  }

  /** Whether a stream goes on for its sake. */
  boolean keepsStreamGoing() {
    return delivery.need() != Need.NONE;
  }

  /**
   * Takes what can be had once.
   *
   * @throws IllegalStateException if it was taken before
   */
  void claim() {
    if (sinks instanceof SingleUseSink one) {
      one.claim(name);
    }
  }
}
