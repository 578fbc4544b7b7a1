package io.sluice.stages;

import io.sluice.stream.Delta;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of deltas by which a stage selects parts of an answer. A minor version may add kinds,
 * so a switch over them needs a default.
 */
public enum DeltaKind {
  /** The visible text. */
  TEXT,
  /** The reasoning. */
  REASONING,
  /** The refusal. */
  REFUSAL,
  /** Tool calls, also the {@code function_call} of the older interface. */
  CALLS,
  /** The server's figures. */
  USAGE,
  /** The role of a choice. */
  ROLE,
  /** The reason why a choice has ended. */
  FINISH,
  /** Fields that are not modelled. */
  OTHER;

  /** The word on a command line, such as {@code reasoning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it frames the answer, and is taken away only if that is said. */
  boolean isFrame() {
    return this == ROLE || this == FINISH || this == USAGE;
  }

  /** The words of all kinds. */
  static List<String> words() {
    return Arrays.stream(values()).map(DeltaKind::word).toList();
  }

  /** The kind of a delta. */
  static DeltaKind of(Delta delta) {
    if (delta instanceof Delta.Text) {
      return TEXT;
    }
    if (delta instanceof Delta.Reasoning) {
      return REASONING;
    }
    if (delta instanceof Delta.Refusal) {
      return REFUSAL;
    }
    if (delta instanceof Delta.ToolCall) {
      return CALLS;
    }
    if (delta instanceof Delta.Finish) {
      return FINISH;
    }
    return delta instanceof Delta.Role ? ROLE : OTHER;
  }
}
