package io.sluice.json;

import io.sluice.stream.Delta;

/**
 * Changes the choice of deltas: some servers write a choice's index after its delta, when the
 * deltas have already been read as choice 0.
 */
final class DeltaReindexing {

  private DeltaReindexing() {}

  static Delta at(Delta delta, int choice) {
    if (delta.choice() == choice) {
      return delta;
    }
    if (delta instanceof Delta.Text text) {
      return new Delta.Text(choice, text.text());
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return new Delta.Reasoning(choice, reasoning.text());
    }
    if (delta instanceof Delta.Refusal refusal) {
      return new Delta.Refusal(choice, refusal.text());
    }
    if (delta instanceof Delta.Role role) {
      return new Delta.Role(choice, role.role());
    }
    if (delta instanceof Delta.Finish finish) {
      return new Delta.Finish(choice, finish.reason());
    }
    if (delta instanceof Delta.ToolCall call) {
      return new Delta.ToolCall(
          choice, call.index(), call.id(), call.name(), call.arguments(), call.other());
    }
    var other = (Delta.Other) delta;
    return new Delta.Other(choice, other.place(), other.name(), other.value(), other.fold());
  }
}
