package io.sluice.stages;

import io.sluice.stream.Delta;
import java.util.function.Supplier;

/** Keeps a part of the visible text, or makes it another kind of text. For one run. */
final class ExtractStage extends ChoiceStage<ExtractStage.Extracted> {

  ExtractStage(Supplier<TextExtraction> extractions) {
    super("extract", choice -> new Extracted(choice, extractions.get()));
  }

  @Override
  public boolean keepsTheSum() {
    return false;
  }

  @Override
  void take(Delta delta, ChunkAssembly chunk) {
    if (delta instanceof Delta.Text text) {
      choiceOf(delta).add(text.text(), chunk);
      return;
    }
    if (delta instanceof Delta.Finish || delta instanceof Delta.ToolCall) {
      choiceOf(delta).flush(chunk);
    }
    chunk.add(delta);
  }

  @Override
  void end(Extracted choice, ChunkAssembly chunk) {
    choice.flush(chunk);
  }

  /**
   * What is extracted of one choice.
   *
   * @param choice its number
   * @param extraction what finds it
   */
  record Extracted(int choice, TextExtraction extraction) {

    void add(String text, ChunkAssembly chunk) {
      extraction.add(text, (kind, kept) -> chunk.add(kind.delta(choice, kept)));
    }

    void flush(ChunkAssembly chunk) {
      extraction.flush((kind, kept) -> chunk.add(kind.delta(choice, kept)));
    }
  }
}
