package io.sluice.simulator.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What OpenAI wants of a strict schema: closed objects, every property required, few keywords. */
final class StrictRules {
  private static final List<String> REFUSED =
      List.of(
          "allOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties",
          "propertyNames",
          "unevaluatedProperties",
          "contains",
          "uniqueItems",
          "prefixItems");
  private static final Set<String> BESIDE_REFERENCE = Set.of("$ref", "description", "title");

  private StrictRules() {}

  /** Checks a whole document from its root, which must be an object. */
  static void check(Map<String, Object> root) {
    var keywords = new Keywords(root);
    if (keywords.has("anyOf")) {
      throw UnservableSchema.at(
          SchemaPath.ROOT, "schema must have type 'object' and not have 'anyOf' at the top level.");
    }
    check(root, SchemaPath.ROOT);
  }

  private static void check(Object schema, SchemaPath path) {
    var keywords = Keywords.of(schema);
    for (String name : REFUSED) {
      if (keywords.has(name)) {
        throw UnservableSchema.at(path, "'" + name + "' is not permitted.");
      }
    }
    if (keywords.has("$ref") && !BESIDE_REFERENCE.containsAll(keywords.values().keySet())) {
      throw UnservableSchema.at(path, "$ref cannot have keywords beside it.");
    }
    if (keywords.types().contains("object") || keywords.has("properties")) {
      object(keywords, path);
    }
    if (keywords.types().contains("array") && !keywords.has("items")) {
      throw UnservableSchema.at(path, "array schema missing items.");
    }
    parts(keywords, path);
  }

  private static void object(Keywords keywords, SchemaPath path) {
    if (keywords.value("additionalProperties").filter(Boolean.FALSE::equals).isEmpty()) {
      throw UnservableSchema.at(
          path, "'additionalProperties' is required to be supplied and to be false.");
    }
    List<?> required = keywords.list("required");
    keywords.object("properties").keySet().stream()
        .filter(name -> !required.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw UnservableSchema.at(
                  path,
                  "'required' is required to be supplied and to be an array including every key in"
                      + " properties. Missing '"
                      + name
                      + "'.");
            });
    for (Object name : required) {
      if (!keywords.object("properties").containsKey(name.toString())) {
        throw UnservableSchema.at(path, "Extra required key '" + name + "' supplied.");
      }
    }
  }

  private static void parts(Keywords keywords, SchemaPath path) {
    for (String name : List.of("properties", "$defs", "definitions")) {
      keywords.object(name).forEach((field, schema) -> check(schema, path.then(name, field)));
    }
    List<?> choices = keywords.list("anyOf");
    for (int i = 0; i < choices.size(); i++) {
      check(choices.get(i), path.then("anyOf", Integer.toString(i)));
    }
    keywords.value("items").ifPresent(items -> check(items, path.then("items")));
  }
}
