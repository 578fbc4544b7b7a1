package io.sluice.stages;

/** Keeps what is inside fenced code blocks, without the fences. Mutable; for one thread. */
final class CodeExtraction implements TextExtraction {

  private final FencedBlocks blocks;

  CodeExtraction(String language) {
    this.blocks = new FencedBlocks(language);
  }

  @Override
  public void add(String text, Kept kept) {
    give(blocks.add(text), kept);
  }

  @Override
  public void flush(Kept kept) {
    give(blocks.end(), kept);
  }

  private static void give(String code, Kept kept) {
    if (!code.isEmpty()) {
      kept.keep(TextKind.TEXT, code);
    }
  }
}
