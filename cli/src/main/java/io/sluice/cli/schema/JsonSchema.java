package io.sluice.cli.schema;

import io.sluice.json.MalformedJsonException;
import io.sluice.json.tree.JsonTree;
import java.util.List;
import java.util.Optional;

/**
 * A JSON Schema (draft 2020-12) by which answers are checked: the keywords that structured outputs
 * know, and those that are as simple. Immutable.
 */
public final class JsonSchema {
  private final Constraint constraint;
  private final List<String> unchecked;

  private JsonSchema(Constraint constraint, List<String> unchecked) {
    this.constraint = constraint;
    this.unchecked = unchecked;
  }

  /**
   * Reads a schema.
   *
   * @throws BrokenSchemaException in one line, if the text is no JSON, or no schema
   */
  public static JsonSchema read(String text) {
    try {
      return of(JsonTree.read(text));
    } catch (MalformedJsonException malformed) {
      throw new BrokenSchemaException("is no JSON: " + malformed.getMessage(), malformed);
    }
  }

  static JsonSchema of(JsonTree document) {
    var reader = new SchemaReader(document);
    Constraint constraint = reader.read();
    return new JsonSchema(constraint, reader.unchecked());
  }

  /** What of a text does not fit, the first that is found; empty if the text is JSON that fits. */
  public Optional<SchemaViolation> violation(String text) {
    if (text.isBlank()) {
      return Optional.of(new SchemaViolation("", "is empty"));
    }
    JsonTree value;
    try {
      value = JsonTree.read(text);
    } catch (MalformedJsonException malformed) {
      return Optional.of(new SchemaViolation("", "is no JSON: " + malformed.getMessage()));
    }
    return constraint.violation(value, "");
  }

  /** Where the keywords stand that are not checked, as JSON pointers. Unmodifiable. */
  public List<String> unchecked() {
    return unchecked;
  }
}
