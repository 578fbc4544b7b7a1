package io.sluice.json;

/** How a chunk was received. Immutable. */
interface PayloadText {

  /** The JSON, verbatim. */
  String json();

  /** The number of characters of the JSON, without creating it. */
  int length();

  /** Kept as it was received. */
  record Verbatim(String json) implements PayloadText {

    @Override
    public int length() {
      return json.length();
    }
  }

  /** As others, but for what stands in the gaps. */
  final class Filled implements PayloadText {

    private final Template template;
    private final String[] fillings;

    Filled(Template template, String[] fillings) {
      this.template = template;
      this.fillings = fillings;
    }

    @Override
    public String json() {
      return template.filled(fillings);
    }

    @Override
    public int length() {
      return template.length(fillings);
    }
  }
}
