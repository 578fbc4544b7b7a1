package io.sluice.json;

import io.sluice.chat.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One JSON object whose members are kept verbatim until they are read. If several members have one
 * name, the last counts. Immutable.
 */
public final class JsonObject {

  private final Map<String, Json> members;

  private JsonObject(Map<String, Json> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /**
   * Reads a text that is one JSON object.
   *
   * @throws MalformedJsonException if it is not, or is nested deeper than 500
   */
  public static JsonObject read(String text) {
    return of(Document.of(text));
  }

  static JsonObject of(Document document) {
    var members = new LinkedHashMap<String, Json>();
    document.members(members::put);
    return new JsonObject(members);
  }

  /** All members, in order, JSON null included. */
  public Map<String, Json> members() {
    return members;
  }

  /** The member of that name, unless it is missing or null. */
  public Optional<JsonValue> value(String name) {
    return Optional.ofNullable(members.get(name))
        .map(JsonValue::new)
        .filter(value -> !value.isNull());
  }

  /** The member of that name, if it is a string. */
  public Optional<String> string(String name) {
    return value(name).flatMap(JsonValue::string);
  }

  /** The member of that name, if it is a whole number. */
  public OptionalLong wholeNumber(String name) {
    return value(name).map(JsonValue::wholeNumber).orElse(OptionalLong.empty());
  }

  /** The member of that name, if it is a number. */
  public OptionalDouble number(String name) {
    return value(name).map(JsonValue::number).orElse(OptionalDouble.empty());
  }

  /** The member of that name, if it is true or false. */
  public Optional<Boolean> flag(String name) {
    return value(name).flatMap(JsonValue::flag);
  }

  /** The member of that name, if it is an object. */
  public Optional<JsonObject> object(String name) {
    return value(name).flatMap(JsonValue::object);
  }

  /** The elements of the member of that name, if it is an array. */
  public Optional<List<JsonValue>> elements(String name) {
    return value(name).flatMap(JsonValue::elements);
  }
}
