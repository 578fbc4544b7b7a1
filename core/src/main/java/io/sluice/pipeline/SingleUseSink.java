package io.sluice.pipeline;

import io.sluice.sink.Sink;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A sink that was handed over ready-made and can serve one run only. Thread-safe. */
final class SingleUseSink implements Supplier<Sink> {

  private final Sink sink;
  private final AtomicBoolean claimed = new AtomicBoolean();

  SingleUseSink(Sink sink) {
    this.sink = sink;
  }

  void claim(String name) {
    if (claimed.getAndSet(true)) {
      throw new IllegalStateException(
          "sink '" + name + "' was given for one run and has had it; give a supplier to run again");
    }
  }

  @Override
  public Sink get() {
    return sink;
  }
}
