package io.sluice.simulator.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one value for a schema, part by part, and tries other ways if one fails. Mutable. */
final class SampleMaker {
  /** Below this depth only what is required is made, so that a recursive schema ends. */
  private static final int FULL_DEPTH = 5;

  private static final int DEEPEST = 40;
  private static final int MOST_PARTS = 20_000;
  private static final int TRIES = 24;
  private static final int USUAL_ITEMS = 2;

  private final Branches branches;
  private final Conformance conformance;
  private final ScalarMaker scalars;
  private final PromptValues prompt;
  private int parts;

  SampleMaker(References references, ScalarMaker scalars, PromptValues prompt) {
    this.branches = new Branches(references);
    this.conformance = new Conformance(references);
    this.scalars = scalars;
    this.prompt = prompt;
  }

  /**
   * A value that holds against the schema; empty if none was found.
   *
   * @throws UnservableSchema if the value would have too many parts
   */
  Optional<Sample> make(Object schema, FieldHint hint, int depth) {
    if (parts++ > MOST_PARTS) {
      throw new UnservableSchema(
          "a value would need more than " + MOST_PARTS + " parts, which is too many");
    }
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    Branches.Preference preference =
        isFull(depth) ? Branches.Preference.FULL : Branches.Preference.SHORT;
    for (Keywords branch : branches.of(schema, preference)) {
      Optional<Sample> made = plain(branch, hint, depth);
      if (made.isPresent() && conformance.holds(schema, made.get().value())) {
        return made;
      }
    }
    return Optional.empty();
  }

  private static boolean isFull(int depth) {
    return depth <= FULL_DEPTH;
  }

  private Optional<Sample> plain(Keywords schema, FieldHint hint, int depth) {
    if (schema.has("const") || schema.has("enum")) {
      return scalars.listed(schema, hint);
    }
    for (String type : types(schema, hint, depth)) {
      Optional<Sample> made = ofType(type, schema, hint, depth);
      if (made.isPresent() && conformance.holds(schema.values(), made.get().value())) {
        return made;
      }
    }
    return Optional.empty();
  }

  private static List<String> types(Keywords schema, FieldHint hint, int depth) {
    List<String> named = schema.types();
    var types = new ArrayList<>(named.isEmpty() ? List.of(impliedType(schema, hint)) : named);
    if (types.remove("null") || schema.value("nullable").filter(Boolean.TRUE::equals).isPresent()) {
      types.add(isFull(depth) ? types.size() : 0, "null");
    }
    return types;
  }

  private static String impliedType(Keywords schema, FieldHint hint) {
    Set<String> names = schema.values().keySet();
    for (String name : names) {
      switch (name) {
        case "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "patternProperties" -> {
          return "object";
        }
        case "items", "prefixItems", "minItems", "maxItems", "contains", "uniqueItems" -> {
          return "array";
        }
        case "pattern", "format", "minLength", "maxLength" -> {
          return "string";
        }
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> {
          return "number";
        }
        default -> {
          continue;
        }
      }
    }
    return ScalarMaker.likelyType(hint);
  }

  private Optional<Sample> ofType(String type, Keywords schema, FieldHint hint, int depth) {
    return switch (type) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, hint, depth);
      case "string" -> scalars.text(schema, hint);
      case "number" -> scalars.number(schema, hint, NumberRange.Kind.ANY);
      case "integer" -> scalars.number(schema, hint, NumberRange.Kind.WHOLE);
      case "boolean" -> scalars.truth(hint);
      case "null" -> Optional.of(ScalarMaker.nothing());
      default -> Optional.empty();
    };
  }

  private Optional<Sample> object(Keywords schema, int depth) {
    var names = new LinkedHashSet<>(schema.object("properties").keySet());
    Set<String> required = new LinkedHashSet<>();
    schema.list("required").forEach(name -> required.add(name.toString()));
    names.addAll(required);
    long room = schema.count("maxProperties", Long.MAX_VALUE) - required.size();
    var fields = new LinkedHashMap<String, Sample>();
    for (String name : names) {
      boolean needed = required.contains(name);
      if (needed || (isFull(depth) && room > 0)) {
        Optional<Sample> made = field(schema, name, depth);
        if (made.isEmpty() && needed) {
          return Optional.empty();
        }
        room -= needed || made.isEmpty() ? 0 : 1;
        made.ifPresent(value -> fields.put(name, value));
      }
    }
    fill(schema, fields, depth);
    return Optional.of(new Sample.ObjectSample(fields));
  }

  private Optional<Sample> field(Keywords schema, String name, int depth) {
    var rules = new ArrayList<Object>();
    Map<String, Object> properties = schema.object("properties");
    if (properties.containsKey(name)) {
      rules.add(properties.get(name));
    }
    schema.object("patternProperties").entrySet().stream()
        .filter(entry -> PatternMatch.found(entry.getKey(), name))
        .forEach(entry -> rules.add(entry.getValue()));
    if (rules.isEmpty()) {
      rules.add(schema.value("additionalProperties").orElse(true));
    }
    Object rule = rules.size() == 1 ? rules.get(0) : Map.of("allOf", rules);
    return make(rule, FieldHint.of(name, rule), depth + 1);
  }

  /** Adds fields of free names: as many as are required, or a few if the object is a mere map. */
  private void fill(Keywords schema, Map<String, Sample> fields, int depth) {
    boolean map =
        schema.object("properties").isEmpty()
            && isFull(depth)
            && (schema.value("additionalProperties").filter(Map.class::isInstance).isPresent()
                || schema.has("patternProperties"));
    long wanted =
        Math.min(
            schema.count("maxProperties", Long.MAX_VALUE),
            Math.max(schema.count("minProperties", 0), map ? USUAL_ITEMS : 0));
    for (int i = 0; fields.size() < wanted && i < wanted + TRIES; i++) {
      Optional<String> name = freeName(schema, depth, i).filter(free -> !fields.containsKey(free));
      name.ifPresent(
          free -> field(schema, free, depth).ifPresent(value -> fields.put(free, value)));
    }
  }

  private Optional<String> freeName(Keywords schema, int depth, int index) {
    Optional<String> pattern = schema.object("patternProperties").keySet().stream().findFirst();
    if (pattern.isPresent()) {
      String end = index == 0 ? "" : Character.toString('a' + index % 26).repeat(1 + index / 26);
      return PatternText.of(pattern.get(), 1, index)
          .map(name -> PatternMatch.found(pattern.get(), name + end) ? name + end : name);
    }
    Object rule = schema.value("propertyNames").orElse(true);
    Object named = Map.of("allOf", List.of(rule, Map.of("type", "string", "minLength", 1)));
    FieldHint hint = new FieldHint("key", List.of("any"), Set.of());
    return make(named, hint, depth + 1).map(Sample::value).map(Object::toString);
  }

  private Optional<Sample> array(Keywords schema, FieldHint hint, int depth) {
    List<?> first = ItemSchemas.leading(schema);
    long least = Math.max(schema.count("minItems", 0), contained(schema));
    long wanted = isFull(depth) ? Math.max(prompt.count().orElse(USUAL_ITEMS), first.size()) : 0;
    long size = Math.max(least, Math.min(schema.count("maxItems", Long.MAX_VALUE), wanted));
    var items = new ArrayList<Sample>();
    while (items.size() < size) {
      Optional<Sample> made = item(schema, hint, depth, items);
      if (made.isEmpty()) {
        // Fewer elements may be enough.
        return items.size() >= least
            ? Optional.of(new Sample.ArraySample(items))
            : Optional.empty();
      }
      items.add(made.get());
    }
    return Optional.of(new Sample.ArraySample(items));
  }

  private static long contained(Keywords schema) {
    return schema.has("contains") ? Math.max(0, schema.count("minContains", 1)) : 0;
  }

  private Optional<Sample> item(Keywords schema, FieldHint hint, int depth, List<Sample> before) {
    List<?> first = ItemSchemas.leading(schema);
    int index = before.size();
    Object plain = index < first.size() ? first.get(index) : ItemSchemas.others(schema);
    Object rule =
        index < contained(schema)
            ? Map.of("allOf", List.of(plain, schema.value("contains").orElse(true)))
            : plain;
    boolean unique = schema.value("uniqueItems").filter(Boolean.TRUE::equals).isPresent();
    for (int attempt = 0; attempt < (unique ? TRIES : 1); attempt++) {
      Optional<Sample> made = make(rule, hint.element(), depth + 1);
      if (made.isEmpty() || !unique || isNew(made.get(), before)) {
        return made;
      }
    }
    return Optional.empty();
  }

  private static boolean isNew(Sample made, List<Sample> before) {
    return before.stream().noneMatch(other -> Equality.same(other.value(), made.value()));
  }
}
