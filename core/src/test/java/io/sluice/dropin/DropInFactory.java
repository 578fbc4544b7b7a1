package io.sluice.dropin;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOptions;
import jakarta.inject.Inject;

/** Injected, so that Guice has to reach into the plugin's class loader. */
public final class DropInFactory implements SinkFactory {

  private final StringBuilder count;

  @Inject
  DropInFactory(StringBuilder count) {
    this.count = count;
  }

  @Override
  public Sink create(SinkOptions options) {
    return chunk -> count.append(chunk.text());
  }
}
