package io.sluice.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Objects whose members are arrays that grow, as {@code logprobs} are. Mutable; for one thread at a
 * time.
 */
final class GrowingArrays implements FieldAccumulator {

  /** By name as it was written, quotes included. */
  private final Map<String, GrowingArray> members = new LinkedHashMap<>();

  private String other = "{}";

  @Override
  public void add(String json, RetainedSize size) {
    String value = json.strip();
    if (value.startsWith("{")) {
      JsonMembers.of(value).forEach((name, member) -> add(name, member, size));
    } else {
      size.add(value.length() - other.length());
      other = value;
    }
  }

  private void add(String name, String member, RetainedSize size) {
    GrowingArray array = members.get(name);
    if (array == null) {
      array = new GrowingArray();
      members.put(name, array);
      size.addPart();
      size.add(name.length());
    }
    array.add(member, size);
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
