package io.sluice.json;

/** How a chunk was written. Immutable. */
interface Wording {

  /** The JSON, to the letter. */
  String json();

  /** How many characters that has, without making it. */
  int length();

  /** Kept as it came. */
  record Verbatim(String json) implements Wording {

    @Override
    public int length() {
      return json.length();
    }
  }

  /** As others, but for what stands in the gaps. */
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
