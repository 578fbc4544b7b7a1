package io.sluice.simulator.schema;

/** Thrown for a schema that is wrong, or that no value was found for; the message says where. */
public final class UnservableSchema extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnservableSchema(String message) {
    super(message);
  }

  /** For a fault at a place of the schema, worded as OpenAI words it. */
  static UnservableSchema at(SchemaPath path, String message) {
    return new UnservableSchema("In context=" + path + ", " + message);
  }
}
