package io.sluice.accumulate;

import io.sluice.chat.ToolCall;
import io.sluice.stream.Delta;

/** Folds the fragments of one tool call. Mutable; for one thread at a time. */
final class ToolCallAccumulator {

  private final RetainedSize size;
  private final FieldsAccumulator other;
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder arguments = new StringBuilder();
  private String id = "";

  ToolCallAccumulator(RetainedSize size) {
    this.size = size;
    this.other = new FieldsAccumulator(size);
    size.addPart();
  }

  void add(Delta.ToolCall fragment) {
    if (id.isEmpty()) {
      id = fragment.id();
      size.add(id.length());
    }
    if (!fragment.name().contentEquals(name)) { // some servers repeat it with each fragment
      append(name, fragment.name());
    }
    append(arguments, fragment.arguments());
    fragment.other().forEach((field, value) -> other.add(field, value, Delta.Fold.LAST));
  }

  private void append(StringBuilder text, String more) {
    text.append(more);
    size.add(more.length());
  }

  ToolCall result() {
    return new ToolCall(id, name.toString(), arguments.toString(), other.result());
  }
}
