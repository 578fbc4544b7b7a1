package io.sluice.json;

import io.sluice.chat.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One JSON value with typed accessors, which are empty if the value has another type.
 *
 * @param json the value, verbatim
 */
public record JsonValue(Json json) {

  /** Refuses null. */
  public JsonValue {
    Objects.requireNonNull(json, "json");
  }

  /**
   * Reads a text that is one JSON value.
   *
   * @throws MalformedJsonException if it is not, or is nested deeper than 500
   */
  public static JsonValue read(String text) {
    return new JsonValue(Document.of(text).value());
  }

  /** Whether this is JSON null. */
  public boolean isNull() {
    return begins() == 'n';
  }

  /** The string; empty if it is not one. */
  public Optional<String> string() {
    return begins() == '"' ? Optional.of(unquoted(json.text().strip())) : Optional.empty();
  }

  /** The number, if it is whole and fits a long. */
  public OptionalLong wholeNumber() {
    try {
      return isNumber()
          ? OptionalLong.of(Long.parseLong(json.text().strip()))
          : OptionalLong.empty();
    } catch (NumberFormatException fractionOrTooLarge) {
      return OptionalLong.empty();
    }
  }

  /** The number, if it is not too large for a double. */
  public OptionalDouble number() {
    if (!isNumber()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(json.text().strip());
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** The value true or false; empty if it is neither. */
  public Optional<Boolean> flag() {
    return begins() == 't' || begins() == 'f' ? Optional.of(begins() == 't') : Optional.empty();
  }

  /** Whether this is an object. */
  boolean isObject() {
    return begins() == '{';
  }

  /** The object; empty if it is not one. */
  public Optional<JsonObject> object() {
    return isObject() ? Optional.of(JsonObject.read(json.text())) : Optional.empty();
  }

  /** The elements of the array, in order; empty if it is not one. */
  public Optional<List<JsonValue>> elements() {
    if (begins() != '[') {
      return Optional.empty();
    }
    List<JsonValue> elements = new ArrayList<>();
    Document.of(json.text()).elements(element -> elements.add(new JsonValue(element)));
    return Optional.of(List.copyOf(elements));
  }

  /** Most strings have no escapes, so that the text between their quotes is the value. */
  private static String unquoted(String text) {
    int last = text.length() - 1;
    for (int i = 1; i < last; i++) {
      char next = text.charAt(i);
      if (next < ' ' || next == '"' || next == '\\' || Character.isSurrogate(next)) {
        return Document.of(text).string();
      }
    }
    return last > 0 && text.charAt(last) == '"'
        ? text.substring(1, last)
        : Document.of(text).string();
  }

  private boolean isNumber() {
    return begins() == '-' || Character.isDigit(begins());
  }

  private char begins() {
    String text = json.text();
    int first = 0;
    while (text.charAt(first) <= ' ') {
      first++;
    }
    return text.charAt(first);
  }
}
