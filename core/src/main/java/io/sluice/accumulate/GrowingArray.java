package io.sluice.accumulate;

import org.jspecify.annotations.Nullable;

/**
 * Joins the elements of all arrays in one array; a value that is not an array counts only if there
 * is no array. Mutable; for one thread at a time.
 */
final class GrowingArray implements FieldAccumulator {

  private @Nullable StringBuilder elements;
  private String other = "null";

  @Override
  public void add(String json, RetainedSize size) {
    String value = json.strip();
    if (!value.startsWith("[") || !value.endsWith("]")) {
      size.add(value.length() - other.length());
      other = value;
      return;
    }
    if (elements == null) {
      elements = new StringBuilder("[");
    }
    String added = value.substring(1, value.length() - 1).strip();
    if (!added.isEmpty()) {
      elements.append(elements.length() > 1 ? "," : "").append(added);
    }
    size.add(added.length());
  }

  @Override
  public String result() {
    return elements == null ? other : elements + "]";
  }
}
