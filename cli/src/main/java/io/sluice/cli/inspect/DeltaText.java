package io.sluice.cli.inspect;

import io.sluice.cli.terminal.TerminalText;
import io.sluice.json.JsonWriter;
import io.sluice.stream.Delta;

/** Deltas as a person reads them, each without a blank in its name and on one line. */
final class DeltaText {
  private DeltaText() {}

  /** Returns what a delta adds, and to which choice if not to the first. */
  static String of(Delta delta) {
    return (delta.choice() == 0 ? "" : delta.choice() + ":") + said(delta);
  }

  private static String said(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return quoted(text.text());
    }
    if (delta instanceof Delta.Role role) {
      return "role=" + TerminalText.of(role.role().value());
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return "reasoning=" + quoted(reasoning.text());
    }
    if (delta instanceof Delta.Refusal refusal) {
      return "refusal=" + quoted(refusal.text());
    }
    if (delta instanceof Delta.ToolCall call) {
      return "tool["
          + call.index()
          + "]="
          + TerminalText.of(call.name())
          + quoted(call.arguments());
    }
    if (delta instanceof Delta.Finish finish) {
      return TerminalText.of(finish.reason().value());
    }
    Delta.Other other = (Delta.Other) delta;
    return TerminalText.of(other.name()) + "=" + TerminalText.of(other.value().text());
  }

  private static String quoted(String text) {
    return JsonWriter.json(text).text();
  }
}
