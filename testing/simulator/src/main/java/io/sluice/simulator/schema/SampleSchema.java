package io.sluice.simulator.schema;

import java.util.List;
import java.util.Map;

/** A JSON Schema that values can be made for. Immutable. */
public final class SampleSchema {

  /** Read when first needed: most requests have no schema. */
  private static final class LazyWords {
    private static final SampleWords WORDS = SampleWords.read();
  }

  private final Map<String, Object> root;
  private final References references;

  private SampleSchema(Map<String, Object> root) {
    this.root = root;
    this.references = new References(root);
  }

  /**
   * A schema, once its keywords have been checked for what they must be.
   *
   * @throws UnservableSchema for a schema that is wrong in itself
   */
  public static SampleSchema of(Map<String, Object> schema) {
    var checked = new SampleSchema(schema);
    new SchemaRules(checked.references).check(schema);
    return checked;
  }

  /**
   * Checks that the schema is one of objects.
   *
   * @throws UnservableSchema if it is not
   */
  public void requireObject() {
    List<String> types = Keywords.of(root).types();
    if (!types.equals(List.of("object"))) {
      throw new UnservableSchema(
          "schema must be a JSON Schema of 'type: \"object\"', got 'type: \""
              + (types.isEmpty() ? "None" : String.join(", ", types))
              + "\"'.");
    }
  }

  /**
   * Checks what OpenAI wants of a strict schema beyond JSON Schema.
   *
   * @throws UnservableSchema naming the place and the rule
   */
  public void requireStrict() {
    requireObject();
    StrictRules.check(root);
  }

  /**
   * A value that holds.
   *
   * @param prompt offers values; those that are used are marked
   * @throws UnservableSchema if none was found
   */
  public Sample sample(PromptValues prompt, Chooser chooser) {
    var conformance = new Conformance(references);
    for (int attempt = 0; attempt < 3; attempt++) {
      var scalars = new ScalarMaker(conformance, LazyWords.WORDS, prompt, chooser);
      var made = new SampleMaker(references, scalars, prompt).make(root, FieldHint.NONE, 0);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw UnservableSchema.at(SchemaPath.ROOT, "no value was found that holds against the schema.");
  }

  /** Whether a value holds against the schema. */
  boolean holds(Object value) {
    return new Conformance(references).holds(root, value);
  }
}
