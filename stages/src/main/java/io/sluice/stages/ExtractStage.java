package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.util.function.Supplier;

/** Keeps a part of the visible text, or makes it another kind of text. For one run. */
final class ExtractStage implements Stage {

  private final Choices<Extracted> choices;
  private final ChunkAssembly assembly = new ChunkAssembly();

  ExtractStage(Supplier<TextExtraction> extractions) {
    this.choices = new Choices<>(choice -> new Extracted(choice, extractions.get()));
  }

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public boolean keepsTheSum() {
    return false;
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
      take(delta);
    }
    assembly.finish(chunk, outlet);
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) {
    choices.each(choice -> choice.flush(assembly));
    assembly.pass(outlet);
  }

  private void take(Delta delta) {
    if (delta instanceof Delta.Text text) {
      choices.of(delta.choice()).add(text.text(), assembly);
      return;
    }
    if (delta instanceof Delta.Finish || delta instanceof Delta.ToolCall) {
      choices.of(delta.choice()).flush(assembly);
    }
    assembly.add(delta);
  }

  /**
   * What is extracted of one choice.
   *
   * @param choice its number
   * @param extraction what finds it
   */
  private record Extracted(int choice, TextExtraction extraction) {

    void add(String text, ChunkAssembly chunk) {
      extraction.add(text, (kind, kept) -> chunk.add(kind.delta(choice, kept)));
    }

    void flush(ChunkAssembly chunk) {
      extraction.flush((kind, kept) -> chunk.add(kind.delta(choice, kept)));
    }
  }
}
