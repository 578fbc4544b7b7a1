package io.sluice.tokens.schema;

import io.sluice.json.tree.JsonTree;
import java.util.Map;
import java.util.Set;

/**
 * Writes the schema that an answer has to fit: a head with its name and description, and the schema
 * as compact JSON in ASCII, without the keywords that constrain values. Members keep their order. A
 * property may have the name of such a keyword.
 */
public final class ResponseFormatText {

  /** Keywords that servers leave out. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "$schema",
          "additionalProperties",
          "required",
          "format",
          "default",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems");

  /** Keywords whose members are named by the schema's author. */
  private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions");

  /** Keywords that hold values, not schemas. */
  private static final Set<String> VALUES = Set.of("enum", "const", "title", "description", "$ref");

  /** Keywords that hold a schema or several. */
  private static final Set<String> SCHEMAS = Set.of("type", "items", "anyOf", "oneOf");

  private final StringBuilder out = new StringBuilder();
  private final EstimateReasons reasons;

  private ResponseFormatText(EstimateReasons reasons) {
    this.reasons = reasons;
  }

  /** The text; keywords that are neither written nor left out by a known rule become reasons. */
  public static String of(
      String name, String description, JsonTree schema, EstimateReasons reasons) {
    var text = new ResponseFormatText(reasons);
    text.out.append("# Response Formats\n\n## ").append(name).append("\n\n");
    text.out.append(Comment.of(description));
    text.schema(schema);
    return text.out.toString();
  }

  private void schema(JsonTree schema) {
    if (schema.isObject()) {
      out.append('{');
      String separator = "";
      for (Map.Entry<String, JsonTree> member : schema.members().entrySet()) {
        if (!LEFT_OUT.contains(member.getKey())) {
          out.append(separator);
          keyword(member.getKey(), member.getValue());
          separator = ",";
        }
      }
      out.append('}');
    } else if (schema instanceof JsonTree.Elements several) {
      out.append('[');
      String separator = "";
      for (JsonTree each : several.elements()) {
        out.append(separator);
        schema(each);
        separator = ",";
      }
      out.append(']');
    } else {
      JsonStyle.ASCII.append(out, schema);
    }
  }

  private void keyword(String keyword, JsonTree value) {
    JsonStyle.ASCII.quote(out, keyword);
    out.append(':');
    if (NAMED.contains(keyword) && value.isObject()) {
      named(value);
    } else if (VALUES.contains(keyword)) {
      JsonStyle.ASCII.append(out, value);
    } else {
      if (!SCHEMAS.contains(keyword)) {
        reasons.add(keyword);
      }
      schema(value);
    }
  }

  private void named(JsonTree schemas) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonTree> member : schemas.members().entrySet()) {
      JsonStyle.ASCII.quote(out.append(separator), member.getKey());
      out.append(':');
      schema(member.getValue());
      separator = ",";
    }
    out.append('}');
  }
}
