package io.sluice.tokens.schema;

import io.sluice.json.tree.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the parameters of a function as a type of TypeScript. What no rule covers is written as
 * near to it as can be, and added to the reasons. Mutable; for one function.
 */
final class TypeText {

  private static final Set<String> COVERED =
      Set.of(
          ("type properties required items additionalProperties anyOf oneOf enum const title "
                  + "description default format minimum maximum minLength maxLength pattern "
                  + "minItems maxItems $schema $defs definitions strict")
              .split(" ", -1));

  /** Types whose name is what is written. */
  private static final Set<String> NAMED = Set.of("string", "integer", "number", "boolean", "null");

  private static final String ANY = "any";

  /** References can multiply a schema: of what they lead to, no more characters are written. */
  private static final int LONGEST = 512 * 1024;

  private static final int SHORTEST = 8;

  private final EstimateReasons reasons;
  private long left = LONGEST;

  private TypeText(EstimateReasons reasons) {
    this.reasons = reasons;
  }

  /** The parameters as an object, with the comment that stands before it; empty if none. */
  static String parameters(JsonTree parameters, EstimateReasons reasons) {
    Schema schema = Schema.of(parameters, reasons);
    if (properties(schema).isEmpty()) {
      return "";
    }
    var types = new TypeText(reasons);
    types.checkCovered(schema);
    return schema.comment() + types.object(schema);
  }

  private static Map<String, JsonTree> properties(Schema schema) {
    return schema.value("properties").map(JsonTree::members).orElse(Map.of());
  }

  private void checkCovered(Schema schema) {
    for (String keyword : schema.value().members().keySet()) {
      if (!COVERED.contains(keyword)) {
        reasons.add(keyword);
      }
    }
  }

  /** A part of a schema; nothing more of what references lead to once that is too much. */
  Schema part(Schema whole, JsonTree part) {
    if (left < 0 && (whole.isReferredTo() || part.value("$ref").isPresent())) {
      reasons.add("references that multiply a schema");
      return whole.nothing();
    }
    Schema schema = whole.part(part, reasons);
    spend(schema, SHORTEST + schema.value().members().size());
    return schema;
  }

  /** Takes account of a text that is about to be written for a schema. */
  String spent(Schema schema, String text) {
    spend(schema, text.length());
    return text;
  }

  private void spend(Schema schema, int characters) {
    if (schema.isReferredTo()) {
      left -= characters;
    }
  }

  /** Says that no rule covers a construct that has been met. */
  void estimated(String construct) {
    reasons.add(construct);
  }

  /** The type of a schema, which as a property may need several lines. */
  UnionText type(Schema schema) {
    checkCovered(schema);
    List<JsonTree> literals = schema.literals();
    if (!literals.isEmpty()) {
      if (!schema.elements("type").isEmpty()) {
        estimated("enum beside a list of types");
      }
      return UnionText.plain(
          spent(
              schema,
              literals.stream().map(JsonStyle.COMPACT::write).collect(Collectors.joining(" | "))));
    }
    List<Schema> members = UnionText.members(schema, this);
    return members.isEmpty()
        ? UnionText.plain(named(schema, schema.string("type").orElse("")))
        : UnionText.of(members, this);
  }

  /** The type of a schema that is part of another type. */
  String inner(Schema schema) {
    UnionText type = type(schema);
    if (type.hasComments()) {
      estimated("a union with comments inside another type");
    }
    return type.oneLine();
  }

  private String named(Schema schema, String name) {
    if (NAMED.contains(name)) {
      return name;
    }
    if (name.equals("array")) {
      return array(schema);
    }
    if (!name.equals("object") && properties(schema).isEmpty()) {
      return ANY;
    }
    if (name.isEmpty()) {
      estimated("properties without a type");
    }
    return object(schema);
  }

  /** On one line if none of its properties needs a line of its own. */
  private String object(Schema schema) {
    Set<String> required =
        schema.elements("required").stream()
            .flatMap(name -> name.string().stream())
            .collect(Collectors.toSet());
    List<PropertyText> texts = new ArrayList<>();
    properties(schema)
        .forEach(
            (name, type) -> {
              String optional = required.contains(name) ? "" : "?";
              texts.add(PropertyText.of(name + optional, part(schema, type), this));
            });
    schema
        .value("additionalProperties")
        .filter(type -> !type.equals(JsonTree.Literal.FALSE))
        .map(type -> PropertyText.plain("[k: string]", inner(part(schema, type))))
        .ifPresent(texts::add);
    return texts.isEmpty() ? "object" : PropertyText.object(texts);
  }

  private String array(Schema schema) {
    if (schema.value("items").isEmpty()) {
      return ANY + "[]";
    }
    Schema item = part(schema, schema.value("items").orElseThrow());
    String comment = spent(item, item.comment());
    String type = inner(item);
    return comment.isEmpty() && type.indexOf('\n') < 0
        ? type + "[]"
        : "Array<\n" + comment + type + "\n>";
  }
}
