package io.sluice.tokens.schema;

import io.sluice.json.tree.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a union: on one line, or a line for each of its members if one of them has a comment. A
 * type that is no union is one of one member.
 *
 * @param members what can be chosen from, in order
 */
record UnionText(List<Member> members) {

  private record Member(String type, String comment) {}

  /** A type that is no union. */
  static UnionText plain(String type) {
    return new UnionText(List.of(new Member(type, "")));
  }

  static UnionText of(List<Schema> members, TypeText types) {
    List<Member> texts = new ArrayList<>();
    for (Schema member : members) {
      String comment = String.join(", ", member.memberComments());
      texts.add(new Member(types.inner(member), types.spent(member, comment)));
    }
    return new UnionText(texts);
  }

  /** What a schema has to choose from, by {@code anyOf}, {@code oneOf} or a list of types. */
  static List<Schema> members(Schema schema, TypeText types) {
    List<JsonTree> parts = new ArrayList<>(schema.elements("anyOf"));
    List<JsonTree> alternatives = schema.elements("oneOf");
    if (!alternatives.isEmpty() && !schema.comment().isEmpty()) {
      types.estimated("oneOf with a title or a description");
    }
    if (!alternatives.isEmpty() && !parts.isEmpty()) {
      types.estimated("oneOf beside anyOf");
    }
    parts.addAll(alternatives);
    if (parts.isEmpty()) {
      schema.elements("type").forEach(type -> parts.add(ofType(schema, type)));
    }
    List<Schema> members = parts.stream().map(part -> types.part(schema, part)).toList();
    if (has(members, "array") && has(members, "string")) {
      types.estimated("a union of a string and an array");
    }
    return members;
  }

  /** What a schema with a list of types says of each of them, such as its description. */
  private static JsonTree ofType(Schema schema, JsonTree type) {
    Map<String, JsonTree> members = new LinkedHashMap<>(schema.value().members());
    members.keySet().removeAll(List.of("title", "default"));
    members.put("type", type);
    return new JsonTree.Members(members);
  }

  private static boolean has(List<Schema> members, String type) {
    return members.stream()
        .anyMatch(member -> member.string("type").filter(type::equals).isPresent());
  }

  boolean hasComments() {
    return members.stream().anyMatch(member -> !member.comment().isEmpty());
  }

  String oneLine() {
    return members.stream().map(Member::type).collect(Collectors.joining(" | "));
  }

  /** A line for each member, each with its line end. */
  String lines() {
    var lines = new StringBuilder();
    for (Member member : members) {
      lines.append(" | ").append(member.type());
      lines.append(member.comment().isEmpty() ? "" : " // ").append(member.comment()).append('\n');
    }
    return lines.toString();
  }
}
