package io.sluice.simulator.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Joins two schemas into one that allows at most what both allow. What cannot be joined exactly is
 * taken from the first; values are checked against the schemas themselves afterwards.
 */
final class SchemaMerge {

  private SchemaMerge() {}

  static Keywords of(Keywords one, Keywords other) {
    var merged = new LinkedHashMap<>(one.values());
    var apart = new ArrayList<Object>();
    other
        .values()
        .forEach(
            (name, value) -> {
              Object before = merged.get(name);
              if (before == null) {
                merged.put(name, value);
              } else if (isBranching(name)) {
                apart.add(Map.of(name, value));
              } else {
                merged.put(name, joined(name, before, value));
              }
            });
    if (!apart.isEmpty()) {
      apart.addAll(new Keywords(merged).list("allOf"));
      merged.put("allOf", apart);
    }
    return closed(new Keywords(merged), one, other);
  }

  private static boolean isBranching(String name) {
    return List.of("$ref", "anyOf", "oneOf", "if").contains(name);
  }

  private static Object joined(String name, Object one, Object other) {
    return switch (name) {
      case "type" -> types(one, other);
      case "enum" -> common(one, other);
      case "required", "allOf" -> union(one, other);
      case "properties", "patternProperties" -> eachJoined(one, other);
      case "items", "additionalProperties", "contains", "propertyNames" -> both(one, other);
      case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains" ->
          bound(one, other, 1);
      case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" ->
          bound(one, other, -1);
      case "multipleOf" -> multiple(one, other);
      default -> one;
    };
  }

  private static Object types(Object one, Object other) {
    List<String> first = new Keywords(Map.of("type", one)).types();
    List<String> second = new Keywords(Map.of("type", other)).types();
    var common = new LinkedHashSet<String>();
    for (String type : first) {
      if (second.contains(type) || (type.equals("integer") && second.contains("number"))) {
        common.add(type);
      } else if (type.equals("number") && second.contains("integer")) {
        common.add("integer");
      }
    }
    // No value has a type that is not known, so this allows none.
    return common.isEmpty() ? List.of("nothing") : List.copyOf(common);
  }

  private static Object common(Object one, Object other) {
    if (!(one instanceof List<?> first) || !(other instanceof List<?> second)) {
      return one;
    }
    return first.stream()
        .filter(value -> second.stream().anyMatch(same -> Equality.same(value, same)))
        .toList();
  }

  private static Object union(Object one, Object other) {
    var all = new LinkedHashSet<Object>();
    for (Object list : List.of(one, other)) {
      all.addAll(list instanceof List<?> values ? values : List.of());
    }
    return List.copyOf(all);
  }

  private static Object eachJoined(Object one, Object other) {
    if (!(one instanceof Map<?, ?> first) || !(other instanceof Map<?, ?> second)) {
      return one;
    }
    Map<String, Object> all = Keywords.fields(first);
    Keywords.fields(second).forEach((name, schema) -> all.merge(name, schema, SchemaMerge::both));
    return all;
  }

  private static Object both(Object one, Object other) {
    return one.equals(other) ? one : Map.of("allOf", List.of(one, other));
  }

  private static Object bound(Object one, Object other, int sign) {
    if (one instanceof Number first && other instanceof Number second) {
      int order = JsonNumbers.exact(first).compareTo(JsonNumbers.exact(second));
      return order * sign >= 0 ? one : other;
    }
    return one;
  }

  private static Object multiple(Object one, Object other) {
    if (!(one instanceof Number first) || !(other instanceof Number second)) {
      return one;
    }
    BigDecimal a = JsonNumbers.exact(first);
    BigDecimal b = JsonNumbers.exact(second);
    int scale = Math.max(0, Math.max(a.scale(), b.scale()));
    BigInteger x = a.movePointRight(scale).toBigInteger();
    BigInteger y = b.movePointRight(scale).toBigInteger();
    BigInteger shared = x.gcd(y);
    return shared.signum() == 0
        ? one
        : new BigDecimal(x.divide(shared).multiply(y)).movePointLeft(scale);
  }

  /** A schema that allows no other properties closes the other one too. */
  private static Keywords closed(Keywords merged, Keywords one, Keywords other) {
    if (!merged.has("properties")) {
      return merged;
    }
    Map<String, Object> properties = new LinkedHashMap<>(merged.object("properties"));
    for (Keywords part : List.of(one, other)) {
      if (part.value("additionalProperties").filter(Boolean.FALSE::equals).isPresent()) {
        properties.keySet().retainAll(part.object("properties").keySet());
      }
    }
    return merged.with("properties", properties);
  }
}
