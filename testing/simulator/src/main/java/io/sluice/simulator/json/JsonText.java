package io.sluice.simulator.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values that {@link ParsedJson} reads, and JSON that is already written, without blanks.
 */
public final class JsonText {

  private JsonText() {}

  /** The JSON of a map, list, string, number, boolean, {@link ParsedJson#NULL} or written JSON. */
  public static String of(Object value) {
    if (value == ParsedJson.NULL) {
      return "null";
    }
    if (value instanceof String text) {
      return JsonStrings.quoted(text);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(field -> JsonStrings.quoted(field.getKey().toString()) + ":" + of(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value.toString();
  }
}
