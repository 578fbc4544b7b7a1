package io.sluice.simulator.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a value holds against a schema of one document. Mutable, one thread. */
final class Conformance {
  /** References that lead deeper than this lead nowhere. */
  private static final int DEEPEST = 200;

  /** In all checks together: alternatives that refer to each other could be tried without end. */
  private static final int MOST_STEPS = 2_000_000;

  private final References references;
  private int steps;

  Conformance(References references) {
    this.references = references;
  }

  /**
   * Whether the value holds; a keyword that is not known holds always.
   *
   * @throws UnservableSchema if it takes too long to know
   */
  boolean holds(Object schema, Object value) {
    return holds(schema, value, 0);
  }

  private boolean holds(Object schema, Object value, int depth) {
    if (schema instanceof Boolean everything) {
      return everything;
    }
    if (steps++ > MOST_STEPS) {
      throw new UnservableSchema("its alternatives refer to each other too often.");
    }
    if (depth > DEEPEST) {
      return false;
    }
    var keywords = Keywords.of(schema);
    return Types.allow(keywords, value)
        && isListed(keywords, value)
        && combined(keywords, value, depth + 1)
        && conditional(keywords, value, depth + 1)
        && ofItsType(keywords, value, depth + 1);
  }

  private static boolean isListed(Keywords keywords, Object value) {
    boolean constant = keywords.value("const").map(one -> Equality.same(one, value)).orElse(true);
    return constant
        && (!keywords.has("enum")
            || keywords.list("enum").stream().anyMatch(one -> Equality.same(one, value)));
  }

  private boolean combined(Keywords keywords, Object value, int depth) {
    boolean referred =
        keywords
            .text("$ref")
            .map(
                name ->
                    references.find(name).map(found -> holds(found, value, depth)).orElse(false))
            .orElse(true);
    return referred
        && keywords.list("allOf").stream().allMatch(part -> holds(part, value, depth))
        && (!keywords.has("anyOf")
            || keywords.list("anyOf").stream().anyMatch(part -> holds(part, value, depth)))
        && (!keywords.has("oneOf")
            || keywords.list("oneOf").stream().filter(part -> holds(part, value, depth)).count()
                == 1)
        && !keywords.value("not").map(other -> holds(other, value, depth)).orElse(false);
  }

  private boolean conditional(Keywords keywords, Object value, int depth) {
    if (!keywords.has("if")) {
      return true;
    }
    boolean met = keywords.value("if").map(test -> holds(test, value, depth)).orElse(false);
    return keywords
        .value(met ? "then" : "else")
        .map(part -> holds(part, value, depth))
        .orElse(true);
  }

  private boolean ofItsType(Keywords keywords, Object value, int depth) {
    if (value instanceof String text) {
      return text(keywords, text);
    }
    if (value instanceof Number number) {
      return number(keywords, JsonNumbers.exact(number));
    }
    if (value instanceof List<?> list) {
      return array(keywords, list, depth);
    }
    return !(value instanceof Map<?, ?> map) || object(keywords, Keywords.fields(map), depth);
  }

  private static boolean text(Keywords keywords, String text) {
    int length = text.codePointCount(0, text.length());
    return length >= keywords.count("minLength", 0)
        && length <= keywords.count("maxLength", Long.MAX_VALUE)
        && keywords.text("pattern").map(pattern -> PatternMatch.found(pattern, text)).orElse(true)
        && keywords.text("format").map(format -> Formats.hold(format, text)).orElse(true);
  }

  private static boolean number(Keywords keywords, BigDecimal number) {
    return NumberRange.of(keywords).contains(number);
  }

  private boolean array(Keywords keywords, List<?> list, int depth) {
    boolean counted =
        list.size() >= keywords.count("minItems", 0)
            && list.size() <= keywords.count("maxItems", Long.MAX_VALUE);
    boolean unique = keywords.value("uniqueItems").filter(Boolean.TRUE::equals).isPresent();
    return counted
        && (!unique || Equality.allDiffer(list))
        && elements(keywords, list, depth)
        && contained(keywords, list, depth);
  }

  private boolean elements(Keywords keywords, List<?> list, int depth) {
    List<?> first = ItemSchemas.leading(keywords);
    Object others = ItemSchemas.others(keywords);
    for (int i = 0; i < list.size(); i++) {
      Object schema = i < first.size() ? first.get(i) : others;
      if (!holds(schema, list.get(i), depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean contained(Keywords keywords, List<?> list, int depth) {
    if (!keywords.has("contains")) {
      return true;
    }
    Object wanted = keywords.value("contains").orElse(true);
    long found = list.stream().filter(element -> holds(wanted, element, depth)).count();
    return found >= keywords.count("minContains", 1)
        && found <= keywords.count("maxContains", Long.MAX_VALUE);
  }

  private boolean object(Keywords keywords, Map<String, Object> object, int depth) {
    return object.size() >= keywords.count("minProperties", 0)
        && object.size() <= keywords.count("maxProperties", Long.MAX_VALUE)
        && object.keySet().containsAll(keywords.list("required"))
        && dependencies(keywords, object, depth)
        && object.entrySet().stream()
            .allMatch(field -> field(keywords, field.getKey(), field.getValue(), depth));
  }

  private boolean dependencies(Keywords keywords, Map<String, Object> object, int depth) {
    boolean required =
        keywords.object("dependentRequired").entrySet().stream()
            .filter(entry -> object.containsKey(entry.getKey()))
            .allMatch(
                entry ->
                    !(entry.getValue() instanceof List<?> names)
                        || object.keySet().containsAll(names));
    return required
        && keywords.object("dependentSchemas").entrySet().stream()
            .filter(entry -> object.containsKey(entry.getKey()))
            .allMatch(entry -> holds(entry.getValue(), object, depth));
  }

  private boolean field(Keywords keywords, String name, Object value, int depth) {
    var schemas = new HashSet<Object>();
    Map<String, Object> properties = keywords.object("properties");
    if (properties.containsKey(name)) {
      schemas.add(properties.get(name));
    }
    keywords.object("patternProperties").entrySet().stream()
        .filter(entry -> PatternMatch.found(entry.getKey(), name))
        .forEach(entry -> schemas.add(entry.getValue()));
    Set<Object> applied =
        schemas.isEmpty() ? Set.of(keywords.value("additionalProperties").orElse(true)) : schemas;
    return applied.stream().allMatch(schema -> holds(schema, value, depth))
        && keywords.value("propertyNames").map(rule -> holds(rule, name, depth)).orElse(true);
  }
}
