package io.sluice.stages;

import io.sluice.stream.Delta;
import org.jspecify.annotations.Nullable;

/** The kinds of text that a choice says piece by piece. */
enum TextKind {
  TEXT,
  REASONING,
  REFUSAL;

  /** The kind of a delta of text; null for any other delta. */
  static @Nullable TextKind of(Delta delta) {
    if (delta instanceof Delta.Text) {
      return TEXT;
    }
    if (delta instanceof Delta.Reasoning) {
      return REASONING;
    }
    return delta instanceof Delta.Refusal ? REFUSAL : null;
  }

  /** What a delta of text says; empty for any other delta. */
  static String text(Delta delta) {
    if (delta instanceof Delta.Text said) {
      return said.text();
    }
    if (delta instanceof Delta.Reasoning thought) {
      return thought.text();
    }
    return delta instanceof Delta.Refusal refused ? refused.text() : "";
  }

  /** A delta of this kind. */
  Delta delta(int choice, String text) {
    return switch (this) {
      case TEXT -> new Delta.Text(choice, text);
      case REASONING -> new Delta.Reasoning(choice, text);
      case REFUSAL -> new Delta.Refusal(choice, text);
    };
  }
}
