package io.sluice.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object or array whose closing bracket is missing. Mutable; for one thread. */
sealed interface OpenBranch {

  static OpenBranch of(char bracket) {
    return bracket == '{' ? new OpenObject() : new OpenArray();
  }

  /** The bracket that will close it. */
  char bracket();

  /** Says which name the next value has. */
  void name(String name);

  /** Adds a value that is final. */
  void add(JsonTree value);

  /** What is known so far, with an inner value that goes on, if one has begun. */
  JsonTree with(Optional<JsonTree> inner);

  /** What it is when it is closed. */
  default JsonTree whole() {
    return with(Optional.empty());
  }

  /** An object. */
  final class OpenObject implements OpenBranch {
    private final Map<String, JsonTree> members = new LinkedHashMap<>();
    private String name = "";

    @Override
    public char bracket() {
      return '}';
    }

    @Override
    public void name(String next) {
      name = next;
    }

    @Override
    public void add(JsonTree value) {
      members.put(name, value);
    }

    @Override
    public JsonTree with(Optional<JsonTree> inner) {
      if (inner.isEmpty()) {
        return new JsonTree.Members(members);
      }
      Map<String, JsonTree> all = new LinkedHashMap<>(members);
      all.put(name, inner.get());
      return new JsonTree.Members(all);
    }
  }

  /** An array. */
  final class OpenArray implements OpenBranch {
    private final List<JsonTree> elements = new ArrayList<>();

    @Override
    public char bracket() {
      return ']';
    }

    @Override
    public void name(String next) {
      throw new IllegalStateException("the elements of an array have no names");
    }

    @Override
    public void add(JsonTree value) {
      elements.add(value);
    }

    @Override
    public JsonTree with(Optional<JsonTree> inner) {
      List<JsonTree> all = new ArrayList<>(elements);
      inner.ifPresent(all::add);
      return new JsonTree.Elements(all);
    }
  }
}
