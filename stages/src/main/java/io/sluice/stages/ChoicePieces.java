package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stages.breaks.TextBreaks;

/** The text of one choice that is no whole piece yet. Mutable; for one thread. */
final class ChoicePieces {

  /** A long text is taken in slices, since what is held is moved to the front for each piece. */
  private static final int SLICE = 256;

  private final int choice;
  private final TextBreaks breaks;
  private final StringBuilder held = new StringBuilder();
  private TextKind kind = TextKind.TEXT;
  private int seen;

  ChoicePieces(int choice, TextBreaks breaks) {
    this.choice = choice;
    this.breaks = breaks;
  }

  int choice() {
    return choice;
  }

  /** Whether the text is a whole piece by itself, with nothing held before it or behind it. */
  boolean isPiece(String text) {
    return held.length() == 0 && breaks.end(text, 0) == text.length();
  }

  /** Takes text and adds the pieces that are whole now. */
  void add(TextKind of, String text, ChunkAssembly chunk, Outlet outlet) {
    if (of != kind) {
      addHeld(chunk, outlet);
      kind = of;
    }
    for (int from = 0; from < text.length(); from += SLICE) {
      held.append(text, from, Math.min(text.length(), from + SLICE));
      addWhole(chunk, outlet);
    }
  }

  /** Adds what is held, which the choice does not go on with. */
  void addHeld(ChunkAssembly chunk, Outlet outlet) {
    if (held.length() > 0) {
      chunk.addPiece(kind.delta(choice, held.toString()), outlet);
      held.setLength(0);
      seen = 0;
    }
  }

  private void addWhole(ChunkAssembly chunk, Outlet outlet) {
    while (held.length() > 0) {
      int end = breaks.end(held, seen);
      if (end == TextBreaks.UNDECIDED) {
        seen = held.length();
        return;
      }
      chunk.addPiece(kind.delta(choice, held.substring(0, end)), outlet);
      held.delete(0, end);
      seen = 0;
    }
  }
}
