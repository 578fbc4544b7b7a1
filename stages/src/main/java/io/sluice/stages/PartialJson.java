package io.sluice.stages;

import io.sluice.chat.Json;
import io.sluice.json.tree.JsonValueAccumulator;
import java.util.Optional;

/** The known part of the JSON object or array within a text that grows. Mutable; for one thread. */
final class PartialJson {

  /** The most characters that are followed; the value of what is longer stays as it was then. */
  static final int LONGEST = 1 << 18;

  private final JsonExtraction extraction = new JsonExtraction();
  private final JsonValueAccumulator value = JsonValueAccumulator.upTo(LONGEST);
  private boolean grown;

  /** Takes text of the answer; returns the value if more of it is known than before. */
  Optional<Json> add(String more) {
    grown = false;
    extraction.add(more, (kind, json) -> grown = value.add(json));
    return grown ? value.json() : Optional.empty();
  }
}
