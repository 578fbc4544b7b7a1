package io.sluice.json;

import io.sluice.stream.Delta;

/** A tool call that is still receiving fragments. Mutable; for one thread at a time. */
final class OpenCall {
  private final int saidIndex;
  private final int index;
  private final JsonExtent arguments = new JsonExtent();
  private String id;
  private String name;
  private String strayId = "";

  /**
   * Creates a call from its first fragment.
   *
   * @param saidIndex the index that the server gives it
   * @param index the index that it has here
   * @param id its id, empty if it has none yet
   */
  OpenCall(int saidIndex, int index, String id, Delta.ToolCall first) {
    this.saidIndex = saidIndex;
    this.index = index;
    this.id = id;
    this.name = first.name();
    arguments.add(first.arguments());
  }

  int saidIndex() {
    return saidIndex;
  }

  int index() {
    return index;
  }

  /** An id that arrived alone and was not this call's: it belongs to a call whose name follows. */
  String strayId() {
    return strayId;
  }

  /** Whether a fragment only repeats the arguments. */
  boolean isRepeatedBy(Delta.ToolCall fragment, String fragmentId) {
    boolean same = !fragmentId.isEmpty() && fragmentId.equals(id);
    boolean bare = fragmentId.isEmpty() && fragment.name().isEmpty();
    return (same || bare)
        && arguments.isWhole()
        && arguments.reads(fragment.arguments())
        && (fragment.name().isEmpty() || fragment.name().equals(name));
  }

  /** Whether a fragment begins another call. */
  boolean isFollowedBy(Delta.ToolCall fragment, String fragmentId) {
    if (fragment.name().isEmpty()) {
      return false;
    }
    boolean otherId = !fragmentId.isEmpty() && !id.isEmpty() && !fragmentId.equals(id);
    boolean otherName = !fragment.name().equals(name) && arguments.any();
    boolean whole = arguments.isWhole() && !fragment.arguments().isEmpty();
    return otherId || otherName || whole;
  }

  /** Adds a fragment; returns true if its id belongs to another call. */
  boolean goOn(Delta.ToolCall fragment, String fragmentId) {
    boolean stray = !fragmentId.isEmpty() && !id.isEmpty() && !fragmentId.equals(id);
    if (stray) {
      strayId = fragment.arguments().isEmpty() ? fragmentId : "";
    } else if (id.isEmpty()) {
      id = fragmentId;
    }
    name = name.isEmpty() ? fragment.name() : name;
    arguments.add(fragment.arguments());
    return stray;
  }
}
