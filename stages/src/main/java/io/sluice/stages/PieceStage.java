package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stages.breaks.TextBreaks;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.util.List;

/**
 * Passes text, reasoning and refusals in pieces, one in each chunk. A piece ends at the latest
 * where the choice goes on with something else, or is finished. Mutable; for one run.
 */
final class PieceStage implements Stage {

  private final String name;
  private final Choices<ChoicePieces> choices;
  private final ChunkAssembly assembly = new ChunkAssembly();

  PieceStage(String name, TextBreaks breaks) {
    this.name = name;
    this.choices = new Choices<>(choice -> new ChoicePieces(choice, breaks));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void onRetry(Retry retry) {
    choices.clear();
    assembly.reset();
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    List<Delta> deltas = chunk.deltas();
    if (deltas.size() == 1 && chunk.usage().isEmpty() && isPiece(deltas.get(0))) {
      assembly.begin(chunk);
      outlet.pass(chunk);
      return;
    }
    assembly.begin(chunk);
    for (int i = 0; i < deltas.size(); i++) {
      take(deltas.get(i), outlet);
    }
    assembly.finish(chunk, outlet);
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) {
    choices.each(choice -> choice.addHeld(assembly, outlet));
    assembly.pass(outlet);
  }

  private boolean isPiece(Delta delta) {
    TextKind kind = TextKind.of(delta);
    String text = TextKind.text(delta);
    return kind != null && !text.isEmpty() && choices.of(delta.choice()).isPiece(text);
  }

  private void take(Delta delta, Outlet outlet) {
    TextKind kind = TextKind.of(delta);
    String text = TextKind.text(delta);
    if (kind != null && !text.isEmpty()) {
      choices.of(delta.choice()).add(kind, text, assembly, outlet);
      return;
    }
    if (delta instanceof Delta.ToolCall || delta instanceof Delta.Finish) {
      choices.of(delta.choice()).addHeld(assembly, outlet);
    }
    assembly.add(delta);
  }
}
