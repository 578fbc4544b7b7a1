package io.sluice.stream;

import io.sluice.chat.ToolCall;

/** Folds the fragments of one tool call. Mutable; for one thread at a time. */
final class ToolCallAccumulator {

  private final FieldsAccumulator other = new FieldsAccumulator();
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder arguments = new StringBuilder();
  private String id = "";

  /** Whether a fragment with that id would begin another call. */
  boolean isOtherThan(String fragmentId) {
    return !fragmentId.isEmpty() && !id.isEmpty() && !id.equals(fragmentId);
  }

  void add(Delta.ToolCall fragment) {
    if (id.isEmpty()) {
      id = fragment.id();
    }
    if (!fragment.name().contentEquals(name)) { // some servers repeat it with each fragment
      name.append(fragment.name());
    }
    arguments.append(fragment.arguments());
    fragment.other().forEach(other::add);
  }

  ToolCall result() {
    return new ToolCall(id, name.toString(), arguments.toString(), other.result());
  }
}
