package io.sluice.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parses the part of a spec after the colon. Mutable; used once. */
final class SpecOptions {

  private final String owner;
  private final Map<String, String> options = new LinkedHashMap<>();

  /** Options of what is named so in messages, such as {@code sink 'file'}. */
  SpecOptions(String owner) {
    this.owner = owner;
  }

  Map<String, String> read(String text) {
    var option = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && ",|\\".indexOf(text.charAt(i + 1)) >= 0) {
        option.append(text.charAt(++i));
      } else if (c == ',') {
        take(option.toString());
        option.setLength(0);
      } else {
        option.append(c);
      }
    }
    take(option.toString());
    return options;
  }

  private void take(String option) {
    int equals = option.indexOf('=');
    if (equals < 0) {
      throw wrong("'" + option + "' is no option; use key=value, and \\, for a comma in a value");
    }
    String key = option.substring(0, equals).strip();
    if (key.isEmpty()) {
      throw wrong("'" + option + "' names no option; use key=value");
    }
    if (options.putIfAbsent(key, option.substring(equals + 1)) != null) {
      throw wrong("option '" + key + "' is given twice; give it once");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(owner + ": " + what);
  }
}
