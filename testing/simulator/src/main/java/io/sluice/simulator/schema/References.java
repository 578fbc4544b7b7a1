package io.sluice.simulator.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what {@code $ref} names inside one document. Immutable. */
final class References {
  private final Map<String, Object> root;

  References(Map<String, Object> root) {
    this.root = root;
  }

  /** The schema that a reference names; empty if it is in no place of this document. */
  Optional<Object> find(String reference) {
    if (reference.equals("#")) {
      return Optional.of(root);
    }
    if (!reference.startsWith("#/")) {
      return Optional.empty();
    }
    Optional<Object> place = Optional.of(root);
    for (String step : reference.substring(2).split("/", -1)) {
      place = place.flatMap(at -> child(at, unescaped(step)));
    }
    return place;
  }

  private static Optional<Object> child(Object place, String step) {
    if (place instanceof Map<?, ?> map) {
      return Optional.ofNullable(map.get(step));
    }
    if (place instanceof List<?> list && step.matches("\\d{1,6}")) {
      int index = Integer.parseInt(step);
      return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static String unescaped(String step) {
    String plain =
        step.contains("%")
            ? URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8)
            : step;
    return plain.replace("~1", "/").replace("~0", "~");
  }
}
