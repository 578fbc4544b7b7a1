package io.sluice.pipeline;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.TestChunk;
import java.util.Locale;

/** Replaces each text by its capitals. */
final class CapitalsStage implements Stage {
  @Override
  public boolean keepsTheSum() {
    return false;
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    String text = chunk.text();
    outlet.pass(text.isEmpty() ? chunk : TestChunk.text(text.toUpperCase(Locale.ROOT)));
  }
}
