package io.sluice.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands between the bars of a spec: {@code name} or {@code name:key=value,key=value}.
 *
 * @param name not empty
 * @param options the values by key, in the order in which they were written
 */
record NamedOptions(String name, Map<String, String> options) {

  /**
   * Parses one part of a spec.
   *
   * @param kind what is named, such as {@code sink}
   * @param nameless the message if there is no name
   * @throws IllegalArgumentException with a one-line message, if the text is not that
   */
  static NamedOptions parse(String text, String kind, String nameless) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(nameless);
    }
    var options = new Options(kind + " '" + name + "'");
    return new NamedOptions(name, colon < 0 ? Map.of() : options.read(text.substring(colon + 1)));
  }

  /** Parses what stands behind the colon. Mutable; used once. */
  private static final class Options {

    private final String owner;
    private final Map<String, String> options = new LinkedHashMap<>();

    /** Options of what is named so in messages, such as {@code sink 'file'}. */
    Options(String owner) {
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
}
