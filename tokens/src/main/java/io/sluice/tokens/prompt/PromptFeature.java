package io.sluice.tokens.prompt;

import java.util.Locale;

/** What a prompt may have beside text. */
enum PromptFeature {
  /** Function tools. */
  TOOLS,
  /** Calls of tools that the model made before, and their results. */
  CALLS,
  /** Several calls in one turn. */
  PARALLEL,
  /** The schema of the answer. */
  SCHEMA,
  /** Pictures that are paid by the tile. */
  TILES,
  /** Pictures that are paid by the patch. */
  PATCHES;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
