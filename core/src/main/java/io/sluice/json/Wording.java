package io.sluice.json;

/** The text of a chunk as it was written. Immutable. */
interface Wording {

  /** The JSON, verbatim. */
  String json();

  /** The number of characters of the JSON, without creating it. */
  int length();

  /** Kept as it was received. */
  record Verbatim(String json) implements Wording {

    @Override
    public int length() {
      return json.length();
    }
  }

  /** The text of an earlier chunk with other content in its gaps. */
  final class Filled implements Wording {

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
