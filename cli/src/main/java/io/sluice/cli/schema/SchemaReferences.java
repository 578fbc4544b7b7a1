package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of a schema that its {@code $ref}s name. Mutable; for one thread. */
final class SchemaReferences {
  private final JsonTree document;
  private final Set<String> withoutLoop = new HashSet<>();

  SchemaReferences(JsonTree document) {
    this.document = document;
  }

  /**
   * The schema that a reference names.
   *
   * @param at where the reference stands
   * @throws BrokenSchemaException if it names nothing within the document
   */
  JsonTree found(String target, String at) {
    if (!target.equals("#") && !target.startsWith("#/")) {
      throw new BrokenSchemaException(
          at, "refers to '" + target + "'; only places within the schema are read, as #/$defs/x");
    }
    JsonTree place = document;
    for (String name : names(target)) {
      place = child(place, name).orElseThrow(() -> missing(target, at));
    }
    return place;
  }

  /**
   * Refuses a reference that leads back to itself without going into a value.
   *
   * @throws BrokenSchemaException if it does
   */
  void refuseLoop(String target, String at) {
    refuseLoop(target, new HashSet<>(), at);
  }

  private void refuseLoop(String target, Set<String> path, String at) {
    if (withoutLoop.contains(target)) {
      return;
    }
    if (!path.add(target)) {
      throw new BrokenSchemaException(at, "refers to itself");
    }
    ofTheSameValue(found(target, at)).forEach(next -> refuseLoop(next, path, at));
    path.remove(target);
    withoutLoop.add(target);
  }

  /** What a schema refers to for the very value that it is about. */
  private static List<String> ofTheSameValue(JsonTree schema) {
    List<String> all = new ArrayList<>();
    schema.string("$ref").ifPresent(all::add);
    for (String word : List.of("allOf", "anyOf", "oneOf")) {
      schema.elements(word).forEach(part -> all.addAll(ofTheSameValue(part)));
    }
    schema.value("not").ifPresent(part -> all.addAll(ofTheSameValue(part)));
    return all;
  }

  private static List<String> names(String target) {
    String pointer = target.substring(1);
    return pointer.isEmpty()
        ? List.of()
        : List.of(pointer.substring(1).split("/", -1)).stream()
            .map(SchemaReferences::plain)
            .toList();
  }

  private static String plain(String name) {
    String decoded = name;
    try {
      decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      // A percent sign that begins no escape stands for itself.
    }
    return decoded.replace("~1", "/").replace("~0", "~");
  }

  private static Optional<JsonTree> child(JsonTree place, String name) {
    List<JsonTree> elements = place.elements();
    boolean index = name.matches("\\d{1,6}") && Integer.parseInt(name) < elements.size();
    return index
        ? Optional.of(elements.get(Integer.parseInt(name)))
        : Optional.ofNullable(place.members().get(name));
  }

  private static BrokenSchemaException missing(String target, String at) {
    return new BrokenSchemaException(at, "refers to '" + target + "', which is not there");
  }
}
