package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The keywords of JSON Schema (draft 2020-12) that concern a value as a whole. */
final class SchemaKeywords {
  private static final Map<String, String> TYPES =
      Map.of(
          "object", "an object",
          "array", "an array",
          "string", "a string",
          "number", "a number",
          "integer", "an integer",
          "boolean", "true or false",
          "null", "null");

  private static final Map<String, Comparison> NUMBERS =
      Map.of(
          "minimum", new Comparison((n, limit) -> n.compareTo(limit) >= 0, "be at least "),
          "maximum", new Comparison((n, limit) -> n.compareTo(limit) <= 0, "be at most "),
          "exclusiveMinimum", new Comparison((n, limit) -> n.compareTo(limit) > 0, "exceed "),
          "exclusiveMaximum", new Comparison((n, limit) -> n.compareTo(limit) < 0, "be below "),
          "multipleOf", new Comparison(JsonComparison::isMultiple, "be a multiple of "));

  /** By the ends of keywords that begin with {@code min} or {@code max}. */
  private static final Map<String, Size> SIZES =
      Map.of(
          "Length", new Size("characters", SchemaKeywords::length),
          "Items", new Size("elements", SchemaKeywords::items),
          "Properties", new Size("members", SchemaKeywords::properties));

  /** They say something about a schema, and demand nothing of a value. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "definitions",
          "title",
          "description",
          "default",
          "examples",
          "format",
          "deprecated",
          "readOnly",
          "writeOnly");

  private SchemaKeywords() {}

  static boolean isAnnotation(String keyword) {
    return ANNOTATIONS.contains(keyword);
  }

  /**
   * What a keyword demands; empty if it is none of these, or its value is one that only other
   * programs can read.
   *
   * @param at where the keyword stands, as a JSON pointer
   */
  static Optional<Constraint> constraint(String keyword, JsonTree argument, String at) {
    if (NUMBERS.containsKey(keyword)) {
      return Optional.of(NUMBERS.get(keyword).rule(number(argument, at)));
    }
    Optional<Constraint> size = size(keyword, argument, at);
    if (size.isPresent()) {
      return size;
    }
    return switch (keyword) {
      case "type" -> Optional.of(type(argument, at));
      case "enum" -> Optional.of(oneOf(argument.elements()));
      case "const" -> Optional.of(oneOf(List.of(argument)));
      case "uniqueItems" -> Optional.of(unique(argument));
      case "pattern" -> pattern(argument, at).map(SchemaKeywords::matching);
      default -> Optional.empty();
    };
  }

  private static Optional<Constraint> size(String keyword, JsonTree argument, String at) {
    String end = keyword.length() < 3 ? "" : keyword.substring(3);
    Optional<Size> size = Optional.ofNullable(SIZES.get(end));
    return switch (keyword.substring(0, keyword.length() - end.length())) {
      case "min" -> size.map(known -> known.atLeast(number(argument, at)));
      case "max" -> size.map(known -> known.atMost(number(argument, at)));
      default -> Optional.empty();
    };
  }

  /** The pattern; empty if this platform cannot read it. */
  static Optional<Pattern> pattern(JsonTree argument, String at) {
    String text =
        argument.string().orElseThrow(() -> new BrokenSchemaException(at, "is no string"));
    try {
      return Optional.of(Pattern.compile(text, Pattern.UNICODE_CASE));
    } catch (PatternSyntaxException otherDialect) {
      return Optional.empty();
    }
  }

  private static Constraint type(JsonTree argument, String at) {
    List<JsonTree> listed = argument.string().isPresent() ? List.of(argument) : argument.elements();
    List<String> names = new ArrayList<>();
    for (JsonTree name : listed) {
      names.add(name.string().filter(TYPES::containsKey).orElseThrow(() -> noType(at)));
    }
    if (names.isEmpty()) {
      throw noType(at);
    }
    String must = "be " + String.join(" or ", names.stream().map(TYPES::get).toList());
    return new ValueRule(value -> names.stream().anyMatch(name -> is(value, name)), must);
  }

  private static BrokenSchemaException noType(String at) {
    return new BrokenSchemaException(
        at, "names no type; known: " + String.join(", ", new TreeSet<>(TYPES.keySet())));
  }

  private static boolean is(JsonTree value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value instanceof JsonTree.Elements;
      case "string" -> value.string().isPresent();
      case "number" -> JsonComparison.number(value).isPresent();
      case "integer" -> JsonComparison.number(value).filter(JsonComparison::isWhole).isPresent();
      case "null" -> value.isNull();
      default -> value.equals(JsonTree.Literal.TRUE) || value.equals(JsonTree.Literal.FALSE);
    };
  }

  private static Constraint oneOf(List<JsonTree> values) {
    String must =
        values.size() == 1 ? "be the value of 'const' or 'enum'" : "be one of the values of 'enum'";
    return new ValueRule(
        value -> values.stream().anyMatch(each -> JsonComparison.equal(each, value)), must);
  }

  private static Constraint unique(JsonTree argument) {
    boolean demanded = argument.equals(JsonTree.Literal.TRUE);
    return new ValueRule(value -> !demanded || isUnique(value.elements()), "not repeat an element");
  }

  private static boolean isUnique(List<JsonTree> elements) {
    for (int i = 0; i < elements.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (JsonComparison.equal(elements.get(i), elements.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Constraint matching(Pattern pattern) {
    Predicate<String> found = pattern.asPredicate();
    return new ValueRule(
        value -> value.string().filter(found.negate()).isEmpty(), "match " + pattern.pattern());
  }

  private static BigDecimal number(JsonTree argument, String at) {
    return JsonComparison.number(argument)
        .orElseThrow(() -> new BrokenSchemaException(at, "is no number"));
  }

  private static int length(JsonTree value) {
    return value.string().map(text -> text.codePointCount(0, text.length())).orElse(-1);
  }

  private static int items(JsonTree value) {
    return value instanceof JsonTree.Elements elements ? elements.elements().size() : -1;
  }

  private static int properties(JsonTree value) {
    return value.isObject() ? value.members().size() : -1;
  }

  /** A demand on numbers; any other value fulfils it. */
  private record Comparison(BiPredicate<BigDecimal, BigDecimal> fulfils, String must) {
    Constraint rule(BigDecimal limit) {
      return new ValueRule(
          value -> JsonComparison.number(value).filter(n -> !fulfils.test(n, limit)).isEmpty(),
          must + limit);
    }
  }

  /**
   * A demand on the size of values.
   *
   * @param of the size of a value; negative if it has none, and then it fulfils the demand
   */
  private record Size(String unit, ToIntFunction<JsonTree> of) {
    Constraint atLeast(BigDecimal limit) {
      return new ValueRule(
          value -> of.applyAsInt(value) < 0 || compare(value, limit) >= 0,
          "have at least " + limit + " " + unit);
    }

    Constraint atMost(BigDecimal limit) {
      return new ValueRule(
          value -> of.applyAsInt(value) < 0 || compare(value, limit) <= 0,
          "have at most " + limit + " " + unit);
    }

    private int compare(JsonTree value, BigDecimal limit) {
      return BigDecimal.valueOf(of.applyAsInt(value)).compareTo(limit);
    }
  }
}
