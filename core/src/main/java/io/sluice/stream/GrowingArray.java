package io.sluice.stream;

import org.jspecify.annotations.Nullable;

/**
 * The elements of all arrays that came, in one array; a value that is no array counts only if no
 * array comes. Mutable; for one thread at a time.
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
