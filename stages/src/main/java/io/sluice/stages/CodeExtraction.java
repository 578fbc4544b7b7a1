package io.sluice.stages;

import io.sluice.text.CodeBlocks;
import io.sluice.text.CodeLanguage;

/** Keeps what is inside fenced code blocks, without the fences. Mutable; for one thread. */
final class CodeExtraction implements TextExtraction, CodeBlocks.BlockReceiver {

  private final String language;
  private final CodeBlocks blocks = new CodeBlocks(this);
  private final StringBuilder code = new StringBuilder();
  private boolean wanted;

  /** Keeps the blocks of that language; all, if it is empty. */
  CodeExtraction(String language) {
    this.language = CodeLanguage.name(language);
  }

  @Override
  public void add(String text, Kept kept) {
    blocks.add(text);
    give(kept);
  }

  @Override
  public void flush(Kept kept) {
    blocks.flush();
    give(kept);
  }

  @Override
  public void opened(String info) {
    wanted = language.isEmpty() || language.equals(CodeLanguage.name(CodeBlocks.language(info)));
  }

  @Override
  public void code(String part) {
    if (wanted) {
      code.append(part);
    }
  }

  @Override
  public void closed() {}

  private void give(Kept kept) {
    if (!code.isEmpty()) {
      String found = code.toString();
      code.setLength(0);
      kept.keep(TextKind.TEXT, found);
    }
  }
}
