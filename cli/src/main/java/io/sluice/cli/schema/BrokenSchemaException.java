package io.sluice.cli.schema;

/** A text that is no JSON Schema. The message is one line that says where and why. */
public final class BrokenSchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSchemaException(String at, String why) {
    super((at.isEmpty() ? "" : at + " ") + why);
  }

  BrokenSchemaException(String why, Throwable cause) {
    super(why, cause);
  }
}
