package io.sluice.json;

import io.sluice.stream.Delta;
import java.util.HashSet;
import java.util.Set;

/** Which parts of a message have come that came in one piece. Mutable; for one thread at a time. */
final class WholeMessage {
  private final Set<String> parts = new HashSet<>();

  void add(Delta delta) {
    parts.add(part(delta));
  }

  /** Whether something came of the part of the message that this is of. */
  boolean has(Delta delta) {
    return parts.contains(part(delta));
  }

  private static String part(Delta delta) {
    return delta instanceof Delta.Other other ? other.name() : delta.getClass().getName();
  }
}
