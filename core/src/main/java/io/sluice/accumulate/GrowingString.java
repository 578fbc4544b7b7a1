package io.sluice.accumulate;

import org.jspecify.annotations.Nullable;

/**
 * Folds a string that arrives in parts. A value that is not a string counts only if there is no
 * string. Mutable; for one thread at a time.
 */
final class GrowingString implements FieldAccumulator {
  private final LastNews other = new LastNews();

  /** The text between the quotes, as it was written. */
  private @Nullable StringBuilder text;

  @Override
  public void add(String json, RetainedSize size) {
    if (json.length() >= 2 && json.startsWith("\"")) {
      if (text == null) {
        text = new StringBuilder();
      }
      size.add(json.length() - 2);
      text.append(json, 1, json.length() - 1);
    } else {
      other.add(json, size);
    }
  }

  @Override
  public String result() {
    return text == null ? other.result() : '"' + text.toString() + '"';
  }
}
