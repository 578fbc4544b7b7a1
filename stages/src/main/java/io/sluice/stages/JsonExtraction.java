package io.sluice.stages;

/** Keeps the first JSON object or array, and nothing around it. Mutable; for one thread. */
final class JsonExtraction implements TextExtraction {

  private final JsonPlace place = new JsonPlace();

  @Override
  public void add(String text, Kept kept) {
    var json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (place.holds(text.charAt(i))) {
        json.append(text.charAt(i));
      }
    }
    if (json.length() > 0) {
      kept.keep(TextKind.TEXT, json.toString());
    }
  }

  @Override
  public void flush(Kept kept) {}
}
