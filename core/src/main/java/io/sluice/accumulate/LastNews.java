package io.sluice.accumulate;

/**
 * Keeps the last value that is neither null nor an empty string. Mutable; for one thread at a time.
 */
final class LastNews implements FieldAccumulator {
  private static final String NULL = "null";

  private String last = NULL;

  @Override
  public void add(String json, RetainedSize size) {
    boolean empty = json.equals(NULL) || json.equals("\"\"");
    if (!empty || last.equals(NULL)) {
      size.add(json.length() - last.length());
      last = json;
    }
  }

  @Override
  public String result() {
    return last;
  }
}
