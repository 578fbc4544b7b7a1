package io.sluice.simulator.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Schemas of the supported keywords, each of which some value holds against. Not thread-safe. */
final class RandomSchemas {
  private static final List<String> PATTERNS =
      List.of(
          "^[A-Z]{3}-\\d{4}$",
          "^(red|green|blue)$",
          "\\d+",
          "^[a-z0-9_-]{2,12}$",
          "^#[0-9a-fA-F]{6}$",
          "^(?:\\+\\d{1,3} )?\\d{3}-\\d{4}$",
          "[^abc]x?y*",
          "^\\w+@\\w+\\.[a-z]{2,3}$",
          "a.c|b+");
  private static final List<String> FORMATS =
      List.of(
          "date-time",
          "date",
          "time",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "uri",
          "uuid",
          "duration",
          "made-up");

  private final Random random;

  RandomSchemas(long seed) {
    this.random = new Random(seed);
  }

  /** A document with definitions that its parts refer to, one of them recursive. */
  Map<String, Object> document() {
    Map<String, Object> root = object(0);
    root.put(
        "$defs",
        Map.of(
            "leaf", scalar(),
            "tree",
                Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of(
                        "value", scalar(),
                        "left", Map.of("anyOf", List.of(ref("tree"), type("null"))),
                        "children", Map.of("type", "array", "items", ref("tree"))),
                    "required",
                    List.of("value", "left", "children"),
                    "additionalProperties",
                    false)));
    return root;
  }

  private static Map<String, Object> ref(String name) {
    return Map.of("$ref", "#/$defs/" + name);
  }

  private static Map<String, Object> type(String name) {
    return new LinkedHashMap<>(Map.of("type", name));
  }

  private Object any(int depth) {
    int kind = random.nextInt(depth > 2 ? 6 : 10);
    return switch (kind) {
      case 0, 1, 2, 3 -> scalar();
      case 4 -> ref("leaf");
      case 5 -> ref("tree");
      case 6 -> array(depth + 1);
      case 7 -> combined(depth + 1);
      default -> object(depth + 1);
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String name =
          List.of("city", "count", "is_open", "tags", "note", "äöü").get(random.nextInt(6));
      properties.put(name, any(depth));
      if (random.nextBoolean() && !required.contains(name)) {
        required.add(name);
      }
    }
    Map<String, Object> object = type("object");
    object.put("properties", properties);
    if (random.nextBoolean()) {
      object.put("required", required);
    }
    switch (random.nextInt(4)) {
      case 0 -> object.put("additionalProperties", false);
      case 1 -> object.put("additionalProperties", scalar());
      case 2 -> object.put("minProperties", random.nextInt(6));
      default -> object.put("maxProperties", properties.size() + random.nextInt(3));
    }
    return object;
  }

  private Map<String, Object> array(int depth) {
    Map<String, Object> array = type("array");
    int least = random.nextInt(4);
    array.put("items", any(depth));
    if (random.nextBoolean()) {
      array.put("minItems", least);
    }
    if (random.nextBoolean()) {
      array.put("maxItems", least + random.nextInt(3));
    }
    return array;
  }

  private Map<String, Object> combined(int depth) {
    Map<String, Object> object = object(depth);
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("anyOf", List.of(any(depth), scalar()));
      case 1 -> Map.of("oneOf", List.of(type("boolean"), text(), number()));
      case 2 -> Map.of("allOf", List.of(object, Map.of("description", "the same")));
      default ->
          Map.of("allOf", List.of(type("integer"), Map.of("minimum", -5), Map.of("maximum", 7)));
    };
  }

  private Map<String, Object> scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> type("boolean");
      case 1 -> new LinkedHashMap<>(Map.of("enum", List.of("red", 7, true, "sea green", 1.5)));
      case 2 -> new LinkedHashMap<>(Map.of("const", List.of("x", 1).get(random.nextInt(2))));
      case 3 -> new LinkedHashMap<>(Map.of("type", List.of("null", "string")));
      case 4, 5 -> number();
      default -> text();
    };
  }

  private Map<String, Object> number() {
    boolean whole = random.nextBoolean();
    Map<String, Object> number = type(whole ? "integer" : "number");
    int least = random.nextInt(200) - 100;
    boolean strict = random.nextBoolean();
    if (random.nextBoolean()) {
      number.put(strict ? "exclusiveMinimum" : "minimum", whole ? (Object) least : least + 0.25);
    }
    if (random.nextBoolean()) {
      number.put(
          strict ? "exclusiveMaximum" : "maximum", whole ? (Object) (least + 30) : least + 7.5);
    }
    if (random.nextInt(3) == 0) {
      number.put("multipleOf", whole ? (Object) (1 + random.nextInt(9)) : 0.01);
    }
    return number;
  }

  private Map<String, Object> text() {
    Map<String, Object> text = type("string");
    int least = random.nextInt(40);
    switch (random.nextInt(5)) {
      case 0 -> text.put("pattern", PATTERNS.get(random.nextInt(PATTERNS.size())));
      case 1 -> text.put("format", FORMATS.get(random.nextInt(FORMATS.size())));
      case 2 -> text.put("minLength", least);
      case 3 -> {
        text.put("minLength", least);
        text.put("maxLength", least + random.nextInt(3));
      }
      default -> text.put("maxLength", least);
    }
    return text;
  }
}
