package io.sluice.simulator.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object that is written field by field, in the order in which they are added. Mutable. */
public final class JsonFields {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private JsonFields() {}

  /** An object with one field; for its value see {@link #with}. */
  public static JsonFields of(String name, Object value) {
    return new JsonFields().with(name, value);
  }

  /** An object that has no field yet. */
  public static JsonFields none() {
    return new JsonFields();
  }

  /**
   * Adds a field.
   *
   * @param value a string, number, boolean, list, map, {@link ParsedJson#NULL}, another object of
   *     this class, or {@link WrittenJson}
   */
  public JsonFields with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** The JSON. */
  @Override
  public String toString() {
    return JsonText.of(fields);
  }
}
