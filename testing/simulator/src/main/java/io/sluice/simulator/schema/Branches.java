package io.sluice.simulator.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The ways to satisfy a schema: each is a schema without references and alternatives. Mutable, one
 * thread.
 */
final class Branches {
  /** The keywords that lead to other schemas. */
  private static final List<String> RESOLVED = List.of("$ref", "anyOf", "oneOf", "if", "allOf");

  private static final int MOST = 64;
  private static final int DEEPEST = 64;
  private static final int MOST_STEPS = 2000;

  /** Where to begin: with the fullest value, or with the one that ends soonest. */
  enum Preference {
    FULL,
    SHORT
  }

  private final References references;
  private int steps;

  Branches(References references) {
    this.references = references;
  }

  /** The first ways, in the order in which they should be tried; empty if there is none. */
  List<Keywords> of(Object schema, Preference preference) {
    if (Boolean.FALSE.equals(schema)) {
      return List.of();
    }
    var found = new ArrayList<Keywords>();
    steps = 0;
    expand(Keywords.of(schema), preference, found, 0);
    return found;
  }

  private void expand(Keywords schema, Preference preference, List<Keywords> found, int depth) {
    if (found.size() >= MOST || depth > DEEPEST || steps++ > MOST_STEPS) {
      return;
    }
    if (RESOLVED.stream().noneMatch(schema::has)) {
      found.add(schema);
      return;
    }
    next(schema, preference).forEach(part -> expand(part, preference, found, depth + 1));
  }

  /** The schemas that come of resolving one keyword. */
  private List<Keywords> next(Keywords schema, Preference preference) {
    if (schema.has("$ref")) {
      return schema
          .text("$ref")
          .flatMap(references::find)
          .map(found -> joined(schema.without("$ref"), List.of(found)))
          .orElse(List.of());
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        List<Object> parts = new ArrayList<>(schema.list(choice));
        parts.sort(Comparator.comparingInt(part -> rank(part, preference)));
        return joined(schema.without(choice), parts);
      }
    }
    if (schema.has("if")) {
      return conditional(schema);
    }
    return List.of(all(schema));
  }

  private static List<Keywords> joined(Keywords schema, List<?> parts) {
    return parts.stream()
        .filter(part -> !Boolean.FALSE.equals(part))
        .map(part -> SchemaMerge.of(schema, Keywords.of(part)))
        .toList();
  }

  private static List<Keywords> conditional(Keywords schema) {
    Keywords rest = schema.without("if").without("then").without("else");
    Object met = schema.value("if").orElse(true);
    Object then = schema.value("then").orElse(true);
    Object otherwise = schema.value("else").orElse(true);
    Object first = Map.of("allOf", List.of(met, then));
    return joined(rest, List.of(first, otherwise));
  }

  private static Keywords all(Keywords schema) {
    Keywords all = schema.without("allOf");
    for (Object part : schema.list("allOf")) {
      all =
          Boolean.FALSE.equals(part)
              ? all.with("enum", List.of())
              : SchemaMerge.of(all, Keywords.of(part));
    }
    return all;
  }

  /** Lower comes first. */
  private static int rank(Object part, Preference preference) {
    var keywords = Keywords.of(part);
    boolean empty = keywords.types().equals(List.of("null"));
    if (preference == Preference.FULL) {
      return empty ? 1 : 0;
    }
    boolean nested =
        keywords.has("$ref")
            || keywords.types().contains("object")
            || keywords.types().contains("array");
    return empty ? 0 : nested ? 2 : 1;
  }
}
