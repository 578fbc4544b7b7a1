package io.sluice.cli.schema;

import io.sluice.json.tree.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the members of an object must be. Any other value fulfils it.
 *
 * @param required the names that must be there
 * @param named by name
 * @param matching by a pattern that is found in the name
 * @param others of all other members; empty if they may be anything
 */
record ObjectRule(
    List<String> required,
    Map<String, Constraint> named,
    Map<Pattern, Constraint> matching,
    Optional<Constraint> others)
    implements Constraint {

  ObjectRule {
    required = List.copyOf(required);
    named = new LinkedHashMap<>(named);
    matching = new LinkedHashMap<>(matching);
  }

  @Override
  public Optional<SchemaViolation> violation(JsonTree value, String at) {
    if (!value.isObject()) {
      return Optional.empty();
    }
    for (String name : required) {
      if (!value.members().containsKey(name)) {
        return Optional.of(new SchemaViolation(at, "lacks '" + name + "'"));
      }
    }
    return value.members().entrySet().stream()
        .flatMap(member -> violation(member.getKey(), member.getValue(), at).stream())
        .findFirst();
  }

  private Optional<SchemaViolation> violation(String name, JsonTree value, String at) {
    String below = SchemaViolation.member(at, name);
    boolean known = named.containsKey(name);
    Optional<SchemaViolation> found =
        Optional.ofNullable(named.get(name)).flatMap(own -> own.violation(value, below));
    for (Map.Entry<Pattern, Constraint> pattern : matching.entrySet()) {
      if (pattern.getKey().matcher(name).find()) {
        known = true;
        found = found.or(() -> pattern.getValue().violation(value, below));
      }
    }
    return known ? found : others.flatMap(other -> other.violation(value, below));
  }
}
