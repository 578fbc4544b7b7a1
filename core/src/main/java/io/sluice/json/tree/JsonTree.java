package io.sluice.json.tree;

import io.sluice.json.MalformedJsonException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One JSON value with all that is in it. Reading takes time in proportion to the text, however deep
 * the value is, and keeps nothing of the text once the tree is gone. A question that does not fit
 * the type of a value has an empty answer. The cases are those of JSON, and none will be added.
 * Immutable.
 */
public sealed interface JsonTree {

  /**
   * An object.
   *
   * @param members in the order of the text; of members with one name the last counts
   */
  record Members(Map<String, JsonTree> members) implements JsonTree {

    /** Copies the map and its order. */
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /**
   * An array.
   *
   * @param elements in the order of the text
   */
  record Elements(List<JsonTree> elements) implements JsonTree {

    /** Copies the list. */
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A string.
   *
   * @param text without quotes and escapes
   */
  record Text(String text) implements JsonTree {

    /** Refuses null. */
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A number, true, false or null.
   *
   * @param text as it was written
   */
  record Literal(String text) implements JsonTree {

    /** JSON null. */
    public static final Literal NULL = new Literal("null");

    /** JSON true. */
    public static final Literal TRUE = new Literal("true");

    /** JSON false. */
    public static final Literal FALSE = new Literal("false");

    /** Refuses null. */
    public Literal {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Reads a text that is one JSON value.
   *
   * @throws MalformedJsonException if it is none, or is nested deeper than 500
   */
  static JsonTree read(String text) {
    return TreeReader.read(text);
  }

  /** The members of an object; none if this is no object. */
  default Map<String, JsonTree> members() {
    return Map.of();
  }

  /** The elements of an array; none if this is no array. */
  default List<JsonTree> elements() {
    return List.of();
  }

  /** The string, if this is one. */
  default Optional<String> string() {
    return this instanceof Text string ? Optional.of(string.text()) : Optional.empty();
  }

  /** The member of that name, unless it is missing or null. */
  default Optional<JsonTree> value(String name) {
    return Optional.ofNullable(members().get(name)).filter(value -> !value.isNull());
  }

  /** The member of that name, if it is a string. */
  default Optional<String> string(String name) {
    return value(name).flatMap(JsonTree::string);
  }

  /** The elements of the member of that name; none if it is no array. */
  default List<JsonTree> elements(String name) {
    return value(name).map(JsonTree::elements).orElse(List.of());
  }

  /** Whether this is an object. */
  default boolean isObject() {
    return this instanceof Members;
  }

  /** Whether this is JSON null. */
  default boolean isNull() {
    return equals(Literal.NULL);
  }
}
