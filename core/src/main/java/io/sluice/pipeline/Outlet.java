package io.sluice.pipeline;

import io.sluice.sink.Sink;
import java.util.Optional;
import java.util.function.Supplier;

/** A sink as it was declared: what makes it, and how it takes part in a run. */
record Outlet(
    String name, Supplier<? extends Sink> sinks, Need need, Optional<Buffering> buffering) {

  Outlet {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a sink needs a name that is not blank");
    }
  }

  static Outlet of(String name, Supplier<? extends Sink> sinks) {
    return new Outlet(name, sinks, Need.REQUIRED, Optional.empty());
  }

  Outlet optional() {
    return new Outlet(name, sinks, Need.OPTIONAL, buffering);
  }

  Outlet watching() {
    return new Outlet(name, sinks, Need.NONE, buffering);
  }

  Outlet buffered(Buffering buffer) {
    return new Outlet(name, sinks, need, Optional.of(buffer));
  }

  /**
   * Takes what can be had once.
   *
   * @throws IllegalStateException if it was taken before
   */
  void claim() {
    if (sinks instanceof OneRun one) {
      one.claim(name);
    }
  }
}
