package io.sluice.accumulate;

/** Keeps the last value. Mutable; for one thread at a time. */
final class LastValue implements FieldAccumulator {

  private String last = "null";

  @Override
  public void add(String json, RetainedSize size) {
    // Usually it is the same instance, and storing it again costs the collector more than this
    // check.
    if (!json.equals(last)) {
      size.add(json.length() - last.length());
      last = json;
    }
  }

  @Override
  public String result() {
    return last;
  }
}
