package io.sluice.simulator.schema;

import io.sluice.simulator.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the keywords of a schema must be, so that a mistake in one is named. */
final class SchemaRules {
  private static final List<String> OF_SCHEMAS =
      List.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
  private static final List<String> LISTS = List.of("anyOf", "oneOf", "allOf", "prefixItems");
  private static final List<String> SINGLE =
      List.of(
          "additionalProperties",
          "contains",
          "else",
          "if",
          "items",
          "not",
          "propertyNames",
          "then");
  private static final List<String> NUMBERS = List.of("minimum", "maximum", "multipleOf");
  private static final List<String> COUNTS =
      List.of(
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "minContains",
          "maxContains");

  private final References references;

  SchemaRules(References references) {
    this.references = references;
  }

  /** Checks a whole document from its root. */
  void check(Map<String, Object> schema) {
    check(schema, SchemaPath.ROOT);
  }

  private void check(Object schema, SchemaPath path) {
    if (schema instanceof Boolean) {
      return;
    }
    if (!(schema instanceof Map)) {
      throw UnservableSchema.at(path, shown(schema) + " is not of type 'object', 'boolean'.");
    }
    var keywords = Keywords.of(schema);
    types(keywords, path);
    each(keywords, path, NUMBERS, Number.class::isInstance, "number");
    each(keywords, path, COUNTS, SchemaRules::isCount, "non-negative integer");
    each(keywords, path, List.of("pattern", "format", "$ref"), String.class::isInstance, "string");
    each(keywords, path, List.of("enum", "required"), List.class::isInstance, "array");
    each(keywords, path, OF_SCHEMAS, Map.class::isInstance, "object");
    each(keywords, path, LISTS, List.class::isInstance, "array");
    contents(keywords, path);
    parts(keywords, path);
  }

  private static void types(Keywords keywords, SchemaPath path) {
    for (String type : keywords.types()) {
      if (!Types.ALL.contains(type)) {
        throw UnservableSchema.at(
            path, "'" + type + "' is not valid under any of the given schemas.");
      }
    }
  }

  private static boolean isCount(Object value) {
    return value instanceof Number number
        && JsonNumbers.isWhole(JsonNumbers.exact(number))
        && JsonNumbers.exact(number).signum() >= 0;
  }

  private static void each(
      Keywords keywords, SchemaPath path, List<String> names, Predicate<Object> rule, String type) {
    for (String name : names) {
      keywords
          .value(name)
          .filter(value -> !rule.test(value))
          .ifPresent(
              value -> {
                throw UnservableSchema.at(
                    path.then(name), shown(value) + " is not of type '" + type + "'.");
              });
    }
  }

  private void contents(Keywords keywords, SchemaPath path) {
    keywords.text("pattern").ifPresent(PatternMatch::compiled);
    keywords.object("patternProperties").keySet().forEach(PatternMatch::compiled);
    if (keywords.has("enum") && keywords.list("enum").isEmpty()) {
      throw UnservableSchema.at(path.then("enum"), "[] should be non-empty.");
    }
    for (Object name : keywords.list("required")) {
      if (!(name instanceof String)) {
        throw UnservableSchema.at(path.then("required"), shown(name) + " is not of type 'string'.");
      }
    }
    keywords
        .text("$ref")
        .filter(name -> references.find(name).isEmpty())
        .ifPresent(
            name -> {
              throw UnservableSchema.at(
                  path, "reference to component '" + name + "' which was not found in the schema.");
            });
  }

  private void parts(Keywords keywords, SchemaPath path) {
    for (String name : OF_SCHEMAS) {
      keywords.object(name).forEach((field, schema) -> check(schema, path.then(name, field)));
    }
    for (String name : LISTS) {
      List<?> schemas = keywords.list(name);
      for (int i = 0; i < schemas.size(); i++) {
        check(schemas.get(i), path.then(name, Integer.toString(i)));
      }
    }
    for (String name : SINGLE) {
      keywords
          .value(name)
          .filter(schema -> !(name.equals("items") && schema instanceof List))
          .ifPresent(schema -> check(schema, path.then(name)));
    }
  }

  private static String shown(Object value) {
    return value instanceof String text ? "'" + text + "'" : JsonText.of(value);
  }
}
