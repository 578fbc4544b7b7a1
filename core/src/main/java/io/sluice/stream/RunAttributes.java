package io.sluice.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of a run, few and short. Mutable; for one thread. */
final class RunAttributes {

  private final Map<String, String> values = new LinkedHashMap<>();

  void addAll(Map<String, String> checked) {
    values.putAll(checked);
  }

  void put(String name, String value) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an attribute has an empty name; give it one");
    }
    checkLength(name, name);
    checkLength(name, value);
    if (values.size() >= StreamOptions.MOST_ATTRIBUTES && !values.containsKey(name)) {
      throw new IllegalArgumentException(
          "attribute '"
              + name
              + "' is one more than "
              + StreamOptions.MOST_ATTRIBUTES
              + "; use fewer");
    }
    values.put(name, value);
  }

  Map<String, String> copy() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  private static void checkLength(String name, String text) {
    if (text.length() > StreamOptions.LONGEST_ATTRIBUTE) {
      throw new IllegalArgumentException(
          "attribute '"
              + OneLine.of(name)
              + "' has "
              + text.length()
              + " characters; use at most "
              + StreamOptions.LONGEST_ATTRIBUTE);
    }
  }
}
