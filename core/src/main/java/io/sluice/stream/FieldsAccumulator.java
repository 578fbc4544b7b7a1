package io.sluice.stream;

import io.sluice.chat.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds unmodelled fields, in the order in which they first came. Mutable; for one thread at a
 * time.
 */
final class FieldsAccumulator {

  private final Map<String, FieldAccumulator> fields = new LinkedHashMap<>();
  private final RetainedSize size;

  FieldsAccumulator(RetainedSize size) {
    this.size = size;
  }

  void add(String name, Json value) {
    FieldAccumulator field = fields.get(name);
    if (field == null) {
      field = FieldAccumulator.of(name);
      fields.put(name, field);
      size.addPart();
      size.add(name.length());
    }
    field.add(value.text(), size);
  }

  Map<String, Json> result() {
    var result = new LinkedHashMap<String, Json>();
    fields.forEach((name, field) -> result.put(name, new Json(field.result())));
    return result;
  }
}
