package io.sluice.stream;

import io.sluice.chat.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Folds unmodelled fields: the last value wins. Mutable; for one thread at a time. */
final class FieldsAccumulator {

  private final Map<String, Json> last = new LinkedHashMap<>();

  void add(String name, Json value) {
    last.put(name, value);
  }

  Map<String, Json> result() {
    return last;
  }
}
