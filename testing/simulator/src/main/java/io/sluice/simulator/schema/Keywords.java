package io.sluice.simulator.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keywords of one schema, by type; a keyword of another type counts as absent. */
record Keywords(Map<String, Object> values) {
  /** The schema that everything holds against. */
  static final Keywords ANY = new Keywords(Map.of());

  /** The keywords of a schema that is an object; {@code true} has none. */
  static Keywords of(Object schema) {
    return schema instanceof Map<?, ?> map ? new Keywords(fields(map)) : ANY;
  }

  /** A copy of an object's fields, in their order. */
  static Map<String, Object> fields(Map<?, ?> map) {
    var fields = new LinkedHashMap<String, Object>();
    map.forEach((name, value) -> fields.put(name.toString(), value));
    return fields;
  }

  Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<String> text(String name) {
    return value(name).filter(String.class::isInstance).map(String.class::cast);
  }

  /** The elements of an array; empty if there is none. */
  List<?> list(String name) {
    return value(name).filter(List.class::isInstance).map(list -> (List<?>) list).orElse(List.of());
  }

  /** The fields of an object; empty if there is none. */
  Map<String, Object> object(String name) {
    return value(name)
        .filter(Map.class::isInstance)
        .map(map -> fields((Map<?, ?>) map))
        .orElse(Map.of());
  }

  /** A bound on a length or a count. */
  long count(String name, long otherwise) {
    return value(name)
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).longValue())
        .orElse(otherwise);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The types allowed; empty if the schema does not say. */
  List<String> types() {
    Object type = value("type").orElse(List.of());
    List<?> types = type instanceof List<?> list ? list : List.of(type);
    return types.stream().map(Object::toString).toList();
  }

  Keywords without(String name) {
    var fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return new Keywords(fewer);
  }

  Keywords with(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Keywords(more);
  }
}
