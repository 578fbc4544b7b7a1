package io.sluice.simulator.gemini;

import io.sluice.simulator.request.RequestFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of Google's fields, which a request may write with underscores. */
final class FieldCase {
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

  /** The fields whose own names are the caller's. */
  private static final Set<String> VERBATIM =
      Set.of(
          "parameters",
          "parametersJsonSchema",
          "responseSchema",
          "responseJsonSchema",
          "args",
          "response",
          "labels");

  private FieldCase() {}

  /** The same request with the names as the documentation writes them. */
  static RequestFields camel(RequestFields request) {
    return new RequestFields(request.path(), object(request.values()));
  }

  private static Map<String, Object> object(Map<?, ?> fields) {
    var named = new LinkedHashMap<String, Object>();
    fields.forEach(
        (given, value) -> {
          String name = name(given.toString());
          named.putIfAbsent(name, VERBATIM.contains(name) ? value : value(value));
        });
    return named;
  }

  private static Object value(Object value) {
    if (value instanceof Map<?, ?> map) {
      return object(map);
    }
    return value instanceof List<?> list ? list.stream().map(FieldCase::value).toList() : value;
  }

  /** An underscore at the beginning is a part of the name. */
  private static String name(String given) {
    return given.startsWith("_")
        ? given
        : UNDERSCORE.matcher(given).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
