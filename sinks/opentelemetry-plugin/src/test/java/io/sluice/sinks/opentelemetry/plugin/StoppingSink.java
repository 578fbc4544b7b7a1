package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import org.jspecify.annotations.Nullable;

/** Stops the run at its second chunk, if it is to. */
final class StoppingSink implements Sink {

  private final boolean stops;
  private @Nullable StreamContext run;
  private int chunks;

  StoppingSink(boolean stops) {
    this.stops = stops;
  }

  @Override
  public void onOpen(StreamContext context) {
    run = context;
  }

  @Override
  public void onChunk(Chunk chunk) {
    chunks++;
    if (stops && chunks == 2 && run != null) {
      run.stop();
    }
  }
}
