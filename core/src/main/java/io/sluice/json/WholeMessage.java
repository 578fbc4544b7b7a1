package io.sluice.json;

import io.sluice.stream.Delta;
import java.util.HashSet;
import java.util.Set;

/** The parts received of a message that arrived as a whole. Mutable; for one thread at a time. */
final class WholeMessage {
  private final Set<String> parts = new HashSet<>();

  void add(Delta delta) {
    parts.add(part(delta));
  }

  /** Whether there is already content of the part of the message that this delta belongs to. */
  boolean has(Delta delta) {
    return parts.contains(part(delta));
  }

  private static String part(Delta delta) {
    return delta instanceof Delta.Other other ? other.name() : delta.getClass().getName();
  }
}
