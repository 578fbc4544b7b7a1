package io.sluice.accumulate;

import io.sluice.chat.Json;
import io.sluice.stream.Delta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds unmodelled fields, in the order of their first appearance. Mutable; for one thread at a
 * time.
 */
final class FieldsAccumulator {

  /** Created for the first field, since most messages and choices have none. */
  private @Nullable Map<String, FieldAccumulator> fields;

  private final RetainedSize size;

  FieldsAccumulator(RetainedSize size) {
    this.size = size;
  }

  void add(Delta.Other other) {
    add(other.name(), other.value(), other.fold());
  }

  /** Adds a value; of a field the first one decides how it folds. */
  void add(String name, Json value, Delta.Fold fold) {
    Map<String, FieldAccumulator> known = fields;
    if (known == null) {
      known = new LinkedHashMap<>();
      fields = known;
    }
    FieldAccumulator field = known.get(name);
    if (field == null) {
      field = FieldAccumulator.of(fold);
      known.put(name, field);
      size.addPart();
      size.add(name.length());
    }
    field.add(value.text(), size);
  }

  Map<String, Json> result() {
    if (fields == null) {
      return Map.of();
    }
    var result = new LinkedHashMap<String, Json>();
    fields.forEach((name, field) -> result.put(name, Json.verbatim(field.result())));
    return result;
  }
}
