package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stages.breaks.TextBreaks;
import io.sluice.stream.Delta;

/** The text of one choice that is no whole piece yet. Mutable; for one thread. */
final class ChoicePieces {

  /** A long text is taken in slices: each piece is looked for in a copy of what is held. */
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

  /** Appends text and passes the pieces that are whole now. */
  void add(TextKind of, String text, ChunkAssembly chunk, Outlet outlet) {
    if (of != kind) {
      passHeld(chunk, outlet);
      kind = of;
    }
    for (int from = 0; from < text.length(); from += SLICE) {
      held.append(text, from, Math.min(text.length(), from + SLICE));
      passWhole(chunk, outlet);
    }
  }

  private void passWhole(ChunkAssembly chunk, Outlet outlet) {
    int from = 0;
    while (from < held.length()) {
      int end = breaks.end(from == 0 ? held : held.subSequence(from, held.length()), seen);
      if (end == TextBreaks.UNDECIDED) {
        break;
      }
      chunk.pass(kind.delta(choice, held.substring(from, from + end)), outlet);
      from += end;
      seen = 0;
    }
    held.delete(0, from);
    seen = held.length();
  }

  /** Adds what is held to the chunk under way. */
  void addHeld(ChunkAssembly chunk) {
    if (held.length() > 0) {
      chunk.add(taken());
    }
  }

  /** Passes what is held as a chunk. */
  void passHeld(ChunkAssembly chunk, Outlet outlet) {
    if (held.length() > 0) {
      chunk.pass(taken(), outlet);
    }
  }

  private Delta taken() {
    Delta rest = kind.delta(choice, held.toString());
    held.setLength(0);
    seen = 0;
    return rest;
  }
}
