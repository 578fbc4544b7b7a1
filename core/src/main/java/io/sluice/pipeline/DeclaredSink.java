package io.sluice.pipeline;

import io.sluice.sink.Sink;
import java.util.Optional;
import java.util.function.Supplier;

/** A sink as it was declared: what makes it, and how it takes part in a run. */
record DeclaredSink(
    String name, Supplier<? extends Sink> sinks, Need need, Optional<Buffering> buffering) {

  DeclaredSink {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a sink needs a name that is not blank");
    }
  }

  static DeclaredSink of(String name, Supplier<? extends Sink> sinks) {
    return new DeclaredSink(name, sinks, Need.REQUIRED, Optional.empty());
  }

  DeclaredSink optional() {
    return new DeclaredSink(name, sinks, Need.OPTIONAL, buffering);
  }

  DeclaredSink watching() {
    return new DeclaredSink(name, sinks, Need.NONE, buffering);
  }

  DeclaredSink buffered(Buffering buffer) {
    return new DeclaredSink(name, sinks, need, Optional.of(buffer));
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
