package io.sluice.simulator.schema;

import io.sluice.simulator.json.ParsedJson;
import java.util.List;
import java.util.Map;

/** The types of JSON Schema. */
final class Types {
  static final List<String> ALL =
      List.of("string", "number", "integer", "boolean", "object", "array", "null");

  private Types() {}

  /** Whether a value has one of the types that the schema allows. */
  static boolean allow(Keywords keywords, Object value) {
    List<String> types = keywords.types();
    boolean nullable =
        value == ParsedJson.NULL
            && keywords.value("nullable").filter(Boolean.TRUE::equals).isPresent();
    return types.isEmpty() || nullable || types.stream().anyMatch(type -> is(type, value));
  }

  private static boolean is(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "number" -> value instanceof Number;
      case "integer" ->
          value instanceof Number number && JsonNumbers.isWhole(JsonNumbers.exact(number));
      case "boolean" -> value instanceof Boolean;
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      default -> value == ParsedJson.NULL;
    };
  }
}
