package io.sluice.accumulate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Folds an object whose members arrive in parts, each in its own way. A value that is not an object
 * counts only if there is no object. Mutable; for one thread at a time.
 */
final class GrowingObject implements FieldAccumulator {

  /** Members whose strings servers send in pieces, in reasoning and in spoken answers. */
  private static final Set<String> GROWING = Set.of("text", "summary", "data", "transcript");

  private final Function<String, FieldAccumulator> fold;

  /** By name as it was written, quotes included. */
  private final Map<String, FieldAccumulator> members = new LinkedHashMap<>();

  private String other = "{}";

  /** Creates it with the accumulator for each member's name, which is passed without quotes. */
  GrowingObject(Function<String, FieldAccumulator> fold) {
    this.fold = fold;
  }

  /** An object of which some strings come in pieces, and the other members as a whole. */
  static GrowingObject ofStrings() {
    return new GrowingObject(name -> GROWING.contains(name) ? new GrowingString() : new LastNews());
  }

  @Override
  public void add(String json, RetainedSize size) {
    String value = json.strip();
    if (value.startsWith("{")) {
      JsonScan.members(value, (name, member) -> add(name, member, size));
    } else {
      size.add(value.length() - other.length());
      other = value;
    }
  }

  private void add(String name, String member, RetainedSize size) {
    FieldAccumulator known = members.get(name);
    if (known == null) {
      known = fold.apply(name.substring(1, name.length() - 1));
      members.put(name, known);
      size.addPart();
      size.add(name.length());
    }
    known.add(member, size);
  }

  @Override
  public String result() {
    if (members.isEmpty()) {
      return other;
    }
    var object = new StringJoiner(",", "{", "}");
    members.forEach((name, member) -> object.add(name + ":" + member.result()));
    return object.toString();
  }
}
