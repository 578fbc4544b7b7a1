package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a JSON Schema with all that it refers to. Used once. */
final class SchemaReader {
  private static final Constraint ANYTHING = (value, at) -> Optional.empty();
  private static final Constraint NOTHING =
      (value, at) -> Optional.of(new SchemaViolation(at, "must not be there"));

  private final JsonTree document;
  private final Map<String, Constraint> referred = new HashMap<>();
  private final SchemaReferences references;
  private final List<String> unchecked = new ArrayList<>();

  SchemaReader(JsonTree document) {
    this.document = document;
    this.references = new SchemaReferences(document);
  }

  /**
   * What the document demands.
   *
   * @throws BrokenSchemaException if it is no schema
   */
  Constraint read() {
    return schema(document, "");
  }

  /** Where the keywords stand that are not checked, as JSON pointers. */
  List<String> unchecked() {
    return List.copyOf(unchecked);
  }

  private Constraint schema(JsonTree schema, String at) {
    if (schema.equals(JsonTree.Literal.TRUE)) {
      return ANYTHING;
    }
    if (schema.equals(JsonTree.Literal.FALSE)) {
      return NOTHING;
    }
    if (!schema.isObject()) {
      throw new BrokenSchemaException(at, "is no schema; write an object");
    }
    List<Constraint> all = new ArrayList<>();
    schema.members().forEach((word, value) -> keyword(word, value, at, schema).ifPresent(all::add));
    return new Combination(Combination.Kind.ALL, all);
  }

  private Optional<Constraint> keyword(String word, JsonTree value, String at, JsonTree schema) {
    String here = SchemaViolation.member(at, word);
    return switch (word) {
      case "$ref" -> Optional.of(reference(value, here));
      case "allOf" -> combination(Combination.Kind.ALL, value, here);
      case "anyOf" -> combination(Combination.Kind.ANY, value, here);
      case "oneOf" -> combination(Combination.Kind.ONE, value, here);
      case "not" ->
          Optional.of(new Combination(Combination.Kind.NONE, List.of(schema(value, here))));
      case "required" -> Optional.of(required(value, here));
      case "properties", "patternProperties", "additionalProperties" ->
          once(word, schema, at, List.of("properties", "patternProperties"));
      case "items", "prefixItems" -> once(word, schema, at, List.of("prefixItems"));
      default -> plain(word, value, here);
    };
  }

  private Optional<Constraint> plain(String word, JsonTree value, String here) {
    Optional<Constraint> constraint = SchemaKeywords.constraint(word, value, here);
    if (constraint.isEmpty() && !SchemaKeywords.isAnnotation(word)) {
      unchecked.add(here);
    }
    return constraint;
  }

  /** Keywords that depend on each other make one constraint, where the first of them stands. */
  private Optional<Constraint> once(String word, JsonTree schema, String at, List<String> earlier) {
    boolean array = word.endsWith("tems");
    boolean made =
        earlier.stream()
            .takeWhile(other -> !other.equals(word))
            .anyMatch(other -> schema.members().containsKey(other));
    if (made) {
      return Optional.empty();
    }
    return Optional.of(array ? arrayRule(schema, at) : objectRule(schema, at));
  }

  private Constraint objectRule(JsonTree schema, String at) {
    Map<String, Constraint> named = new LinkedHashMap<>();
    members(schema, "properties", at)
        .forEach((name, own) -> named.put(name, schema(own, at + below("properties", name))));
    Map<Pattern, Constraint> matching = new LinkedHashMap<>();
    members(schema, "patternProperties", at)
        .forEach(
            (name, own) -> {
              String here = at + below("patternProperties", name);
              Constraint rule = schema(own, here);
              SchemaKeywords.pattern(new JsonTree.Text(name), here)
                  .ifPresentOrElse(found -> matching.put(found, rule), () -> unchecked.add(here));
            });
    return new ObjectRule(List.of(), named, matching, member(schema, "additionalProperties", at));
  }

  private Constraint arrayRule(JsonTree schema, String at) {
    JsonTree items = schema.members().get("items");
    boolean tuple = items instanceof JsonTree.Elements; // As until draft 2019-09.
    String word = tuple ? "items" : "prefixItems";
    List<Constraint> first = schemas(schema.elements(word), at + "/" + word);
    return new ArrayRule(first, tuple ? Optional.empty() : member(schema, "items", at));
  }

  private Optional<Constraint> member(JsonTree schema, String word, String at) {
    return Optional.ofNullable(schema.members().get(word))
        .map(own -> schema(own, SchemaViolation.member(at, word)));
  }

  private static Map<String, JsonTree> members(JsonTree schema, String word, String at) {
    JsonTree own = schema.members().get(word);
    if (own != null && !own.isObject()) {
      throw new BrokenSchemaException(SchemaViolation.member(at, word), "is no object");
    }
    return own == null ? Map.of() : own.members();
  }

  private static Constraint required(JsonTree names, String at) {
    List<String> all = names.elements().stream().flatMap(each -> each.string().stream()).toList();
    if (!(names instanceof JsonTree.Elements) || all.size() < names.elements().size()) {
      throw new BrokenSchemaException(at, "is no array of names");
    }
    return new ObjectRule(all, Map.of(), Map.of(), Optional.empty());
  }

  private Optional<Constraint> combination(Combination.Kind kind, JsonTree parts, String at) {
    if (parts.elements().isEmpty()) {
      throw new BrokenSchemaException(at, "is no array of schemas");
    }
    return Optional.of(new Combination(kind, schemas(parts.elements(), at)));
  }

  private List<Constraint> schemas(List<JsonTree> schemas, String at) {
    List<Constraint> all = new ArrayList<>();
    for (JsonTree each : schemas) {
      all.add(schema(each, at + "/" + all.size()));
    }
    return all;
  }

  /** A schema may refer to itself, but only of another value. */
  private Constraint reference(JsonTree value, String at) {
    String target = value.string().orElseThrow(() -> new BrokenSchemaException(at, "is no string"));
    JsonTree found = references.found(target, at);
    references.refuseLoop(target, at);
    if (!referred.containsKey(target)) {
      referred.put(target, ANYTHING);
      referred.put(target, schema(found, target.substring(1)));
    }
    return (checked, place) ->
        Objects.requireNonNull(referred.get(target)).violation(checked, place);
  }

  private static String below(String word, String name) {
    return SchemaViolation.member("/" + word, name);
  }
}
