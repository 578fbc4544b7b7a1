package io.sluice.cli.inspect;

import io.sluice.cli.terminal.Sgr;
import io.sluice.stream.Delta;

/** How what a chunk holds looks on a terminal that has colours, by its kind. */
final class DeltaColors {
  private static final int RED = 1;
  private static final int GREEN = 2;
  private static final int YELLOW = 3;
  private static final int BLUE = 4;
  private static final int MAGENTA = 5;
  private static final int CYAN = 6;

  private DeltaColors() {}

  /** A delta, as {@code said}. */
  static String of(Delta delta, String said) {
    if (delta instanceof Delta.Text) {
      return Sgr.colored(GREEN, said);
    }
    if (delta instanceof Delta.Role) {
      return Sgr.colored(BLUE, said);
    }
    if (delta instanceof Delta.Reasoning) {
      return Sgr.dim(said);
    }
    if (delta instanceof Delta.Refusal) {
      return Sgr.colored(RED, said);
    }
    if (delta instanceof Delta.ToolCall) {
      return Sgr.colored(MAGENTA, said);
    }
    return delta instanceof Delta.Finish ? Sgr.bold(said) : Sgr.colored(YELLOW, said);
  }

  static String ofUsage(String said) {
    return Sgr.colored(CYAN, said);
  }

  /** The time before a chunk that came late. */
  static String ofGap(String said) {
    return Sgr.colored(RED, said);
  }
}
