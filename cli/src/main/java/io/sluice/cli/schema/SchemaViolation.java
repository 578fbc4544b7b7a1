package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import io.sluice.stream.OneLine;

/**
 * What of a value does not fit a schema.
 *
 * @param at where it is, as a JSON pointer (RFC 6901); empty for the whole value
 * @param what what is wrong there, as the end of a sentence
 */
public record SchemaViolation(String at, String what) {
  private static final int LONGEST = 60;

  /** A value that is something else than it must be. */
  static SchemaViolation of(JsonTree value, String at, String must) {
    return new SchemaViolation(at, "is " + shown(value) + "; it must " + must);
  }

  /** One line, such as {@code /age is "x"; it must be an integer}. */
  public String line() {
    return OneLine.of((at.isEmpty() ? "it" : at) + " " + what);
  }

  /** The pointer to a member. */
  static String member(String at, String name) {
    return at + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String shown(JsonTree value) {
    if (value.isObject()) {
      return "an object";
    }
    if (value instanceof JsonTree.Literal literal) {
      return cut(literal.text());
    }
    return value.string().map(text -> "\"" + cut(text) + "\"").orElse("an array");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
