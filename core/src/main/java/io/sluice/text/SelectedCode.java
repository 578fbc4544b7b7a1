package io.sluice.text;

/**
 * Takes one fenced code block out of a text that arrives in parts. The block's content is handed
 * out as it arrives; only the last block of a text waits for the end. Mutable; for one text and one
 * thread.
 */
public final class SelectedCode {
  private final CodeSelection selection;
  private final CodeBlocks blocks = new CodeBlocks(new Choosing());
  private final StringBuilder ready = new StringBuilder();
  private int opened;
  private int chosen;

  /** Creates a reader of one text that takes the block which {@code selection} means. */
  public SelectedCode(CodeSelection selection) {
    this.selection = selection;
  }

  /** Takes the next part of the text, and returns what it adds to the block; often nothing. */
  public String add(String part) {
    blocks.add(part);
    return taken();
  }

  /**
   * Ends the text, and returns what is still to be printed: the rest of the block, or the whole
   * text if it has no such block, so that nothing is lost.
   *
   * @param text the whole text: all parts together
   */
  public String end(String text) {
    blocks.end();
    if (!isSeen()) {
      return text;
    }
    if (!selection.isLast()) {
      return taken();
    }
    var last = new SelectedCode(CodeSelection.numbered(opened));
    return last.add(text) + last.end(text);
  }

  /** Whether the block has begun. A block that a text ends with counts only after the end. */
  boolean isSeen() {
    return selection.isLast() ? opened > 0 : chosen > 0;
  }

  private String taken() {
    String text = ready.toString();
    ready.setLength(0);
    return text;
  }

  private final class Choosing implements CodeBlocks.BlockReceiver {
    @Override
    public void opened(String info) {
      opened++;
      if (chosen == 0 && selection.means(opened, info)) {
        chosen = opened;
      }
    }

    @Override
    public void code(String part) {
      if (chosen == opened) {
        ready.append(part);
      }
    }

    @Override
    public void closed() {}
  }
}
