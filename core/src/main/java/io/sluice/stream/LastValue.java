package io.sluice.stream;

/** The value that came last. Mutable; for one thread at a time. */
final class LastValue implements FieldAccumulator {

  private String last = "null";

  @Override
  public void add(String json, RetainedSize size) {
    // Mostly it is the very one, and a collector charges more for keeping it again than for this.
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
