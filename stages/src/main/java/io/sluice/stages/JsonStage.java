package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Retry;

/** Adds to each chunk what is known so far of a JSON answer. Mutable; for one run. */
final class JsonStage implements Stage {

  static final String FIELD = "partial";

  private final Choices<PartialJson> choices = new Choices<>(choice -> new PartialJson());
  private final ChunkAssembly assembly = new ChunkAssembly();

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void onRetry(Retry retry) {
    choices.clear();
    assembly.reset();
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    assembly.begin(chunk);
    for (Delta delta : chunk.deltas()) {
      assembly.add(delta);
      if (delta instanceof Delta.Text text) {
        choices
            .of(delta.choice())
            .add(text.text())
            .map(known -> new Delta.Other(delta.choice(), Delta.Place.MESSAGE, FIELD, known))
            .ifPresent(assembly::add);
      }
    }
    assembly.finish(chunk, outlet);
  }
}
