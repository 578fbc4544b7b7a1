package io.sluice.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * An object of which some strings come in pieces; of its other members the last value counts,
 * unless it is null or empty. A value that is no object counts only if no object comes. Mutable;
 * for one thread at a time.
 */
final class GrowingObject implements FieldAccumulator {
  private final Set<String> growing;

  /** By name as it was written, quotes included. */
  private final Map<String, String> members = new LinkedHashMap<>();

  /** What stands between the quotes of the strings that grow, as it was written. */
  private final Map<String, StringBuilder> grown = new LinkedHashMap<>();

  private String other = "{}";

  /** With the names, without quotes, of the strings that come in pieces. */
  GrowingObject(Set<String> growing) {
    this.growing = growing;
  }

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

  private void add(String name, String value, RetainedSize size) {
    if (!members.containsKey(name)) {
      size.addPart();
      size.add(name.length());
      members.put(name, "null");
    }
    if (isPiece(name, value)) {
      String piece = value.substring(1, value.length() - 1);
      size.add(piece.length());
      grown.computeIfAbsent(name, first -> new StringBuilder()).append(piece);
    } else if (saysMore(value, members.get(name))) {
      size.add(value.length() - members.get(name).length());
      members.put(name, value);
    }
  }

  private static boolean saysMore(String value, String before) {
    boolean empty = value.equals("null") || value.equals("\"\"");
    return !empty || before.equals("null");
  }

  private boolean isPiece(String name, String value) {
    return value.length() >= 2
        && value.startsWith("\"")
        && growing.contains(name.substring(1, name.length() - 1));
  }

  @Override
  public String result() {
    if (members.isEmpty()) {
      return other;
    }
    var object = new StringJoiner(",", "{", "}");
    members.forEach(
        (name, value) -> {
          StringBuilder text = grown.get(name);
          object.add(name + ":" + (text == null ? value : '"' + text.toString() + '"'));
        });
    return object.toString();
  }
}
