package io.sluice.examples;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.Locale;

/** Shouts. */
final class ShoutStage implements Stage {
  @Override
  public boolean keepsTheSum() {
    return false;
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    String text = chunk.text().toUpperCase(Locale.ROOT);
    outlet.pass(
        ChunkBuilder.of(new Delta.Text(0, text)).origin(chunk.origin()).at(chunk.at()).build());
  }
}
