package io.sluice.tokens.schema;

import io.sluice.json.tree.JsonTree;

/**
 * Writes a function that a model may call as a type of TypeScript:
 *
 * <pre>
 * // Adds.
 * type add = (_: { a: number, tags?: string[] }) =&gt; any;
 * </pre>
 */
public final class FunctionText {

  /** What stands before all functions. */
  public static final String HEAD = "namespace functions {\n\n";

  /** What stands behind all functions. */
  public static final String FOOT = "} // namespace functions";

  private FunctionText() {}

  /**
   * The text of one function, with the empty line behind it. Takes time in proportion to the
   * schema; what a schema refers to is written again and again only up to a bound.
   */
  public static String of(
      String name, String description, JsonTree parameters, EstimateReasons reasons) {
    String object = TypeText.parameters(parameters, reasons);
    String arguments = object.isEmpty() ? "" : "_: " + object;
    return Comment.of(description) + "type " + name + " = (" + arguments + ") => any;\n\n";
  }
}
