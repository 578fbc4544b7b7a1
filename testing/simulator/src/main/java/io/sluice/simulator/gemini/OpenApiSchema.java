package io.sluice.simulator.gemini;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A schema in the words of OpenAPI, whose types are in capitals. */
final class OpenApiSchema {

  private OpenApiSchema() {}

  /** The same in the words of JSON Schema, which it may have been in already. */
  static Map<String, Object> jsonSchema(Map<?, ?> schema) {
    var translated = new LinkedHashMap<String, Object>();
    schema.forEach(
        (name, value) -> translated.put(name.toString(), member(name.toString(), value)));
    return translated;
  }

  private static Object member(String name, Object value) {
    if (name.equals("type") && value instanceof String type) {
      return type.toLowerCase(Locale.ROOT);
    }
    return name.equals("enum") || name.equals("const") ? value : inner(value);
  }

  private static Object inner(Object value) {
    if (value instanceof Map<?, ?> map) {
      return jsonSchema(map);
    }
    return value instanceof List<?> list ? list.stream().map(OpenApiSchema::inner).toList() : value;
  }
}
