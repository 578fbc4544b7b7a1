package io.sluice.tokens.schema;

import io.sluice.json.tree.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schema in which {@code $ref} has been followed: its own members win over those of what it
 * refers to. Immutable.
 *
 * @param value the members, without {@code $ref}
 * @param root the document that references lead into
 * @param open the references that are being written around this schema
 * @param depth how many schemas are around this one
 */
record Schema(JsonTree value, JsonTree root, List<String> open, int depth) {
  private static final JsonTree EMPTY = new JsonTree.Members(Map.of());
  private static final String REFERENCE = "$ref";
  private static final String ALL = "allOf";
  private static final Set<String> NUMBERS = Set.of("integer", "number");

  /** Deeper schemas are not written: references may lead on without end. */
  private static final int DEEPEST = 64;

  /** The schema that others refer into. */
  static Schema of(JsonTree root, EstimateReasons reasons) {
    return new Schema(EMPTY, root, List.of(), 0).part(root, reasons);
  }

  /** The schema of a part of this one. */
  Schema part(JsonTree part, EstimateReasons reasons) {
    List<String> path = new ArrayList<>(open);
    if (depth >= DEEPEST) {
      reasons.add("schemas nested deeper than " + DEEPEST);
      return nothing();
    }
    return new Schema(followed(part, path, reasons), root, List.copyOf(path), depth + 1);
  }

  /** Whether a reference leads to it, or to what it is part of. */
  boolean isReferredTo() {
    return !open.isEmpty();
  }

  /** A schema that says nothing. */
  Schema nothing() {
    return new Schema(EMPTY, root, List.of(), depth + 1);
  }

  private JsonTree followed(JsonTree schema, List<String> path, EstimateReasons reasons) {
    JsonTree value = schema;
    while (true) {
      Optional<String> reference = value.string(REFERENCE);
      List<JsonTree> all = value.elements(ALL);
      if (reference.isPresent()) {
        value = joined(value, REFERENCE, target(reference.get(), path, reasons), reasons);
      } else if (all.size() == 1) {
        reasons.add("allOf");
        value = joined(value, ALL, all.get(0), reasons);
      } else {
        return value;
      }
    }
  }

  /** The schema with the members of another in place of the keyword that leads there. */
  private static JsonTree joined(
      JsonTree schema, String keyword, JsonTree other, EstimateReasons reasons) {
    Map<String, JsonTree> members = new LinkedHashMap<>(other.members());
    for (Map.Entry<String, JsonTree> member : schema.members().entrySet()) {
      String name = member.getKey();
      if (!name.equals(keyword)
          && members.put(name, member.getValue()) != null
          && Set.of("title", "description").contains(name)) {
        reasons.add(keyword + " beside another " + name);
      }
    }
    return new JsonTree.Members(members);
  }

  /** What a reference into this document leads to; nothing if it leads back or too far. */
  private JsonTree target(String reference, List<String> path, EstimateReasons reasons) {
    if (path.contains(reference) || path.size() > DEEPEST) {
      reasons.add("$ref that leads to itself");
      return EMPTY;
    }
    path.add(reference);
    Optional<JsonTree> found = Optional.of(root).filter(document -> reference.startsWith("#"));
    for (String name : reference.substring(Math.min(1, reference.length())).split("/", -1)) {
      if (!name.isEmpty()) {
        String member = name.replace("~1", "/").replace("~0", "~"); // RFC 6901
        found = found.flatMap(value -> value.value(member));
      }
    }
    if (found.isEmpty()) {
      reasons.add("$ref that leads nowhere");
    }
    return found.orElse(EMPTY);
  }

  Optional<JsonTree> value(String keyword) {
    return value.value(keyword);
  }

  List<JsonTree> elements(String keyword) {
    return value.elements(keyword);
  }

  Optional<String> string(String keyword) {
    return value.string(keyword);
  }

  /** The comment of its title and its description. */
  String comment() {
    String first = Comment.of(string("title").orElse(""));
    String second = Comment.of(string("description").orElse(""));
    return first.isEmpty() || second.isEmpty() ? first + second : first + "//\n" + second;
  }

  /** Its enumeration or its constant; empty if it has neither. */
  List<JsonTree> literals() {
    List<JsonTree> values = elements("enum");
    return values.isEmpty() ? value("const").map(List::of).orElse(List.of()) : values;
  }

  /** What is written behind a property: the bounds and, of strings only, the format. */
  List<String> constraints() {
    List<String> texts = new ArrayList<>(bounds());
    format().ifPresent(texts::add);
    return texts;
  }

  private List<String> bounds() {
    List<String> texts = new ArrayList<>();
    for (String bound : List.of("minimum", "maximum")) {
      value(bound).ifPresent(number -> texts.add(bound + ": " + JsonStyle.COMPACT.write(number)));
    }
    return texts;
  }

  private Optional<String> format() {
    return string("type")
        .filter("string"::equals)
        .flatMap(type -> string("format"))
        .map(format -> "format: " + format);
  }

  /** What is written behind a member of a union: bounds of numbers only, and behind the format. */
  List<String> memberComments() {
    List<String> texts = new ArrayList<>();
    string("description").map(String::strip).filter(it -> !it.isEmpty()).ifPresent(texts::add);
    format().ifPresent(texts::add);
    if (string("type").filter(NUMBERS::contains).isPresent()) {
      texts.addAll(bounds());
    }
    return texts;
  }
}
