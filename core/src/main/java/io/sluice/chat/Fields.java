package io.sluice.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of unmodelled fields: unmodifiable, in the order in which they were written. */
final class Fields {

  private Fields() {}

  static Map<String, Json> copyOf(Map<String, Json> fields) {
    return fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static Map<String, Json> with(Map<String, Json> fields, String name, Json value) {
    var more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return Collections.unmodifiableMap(more);
  }
}
