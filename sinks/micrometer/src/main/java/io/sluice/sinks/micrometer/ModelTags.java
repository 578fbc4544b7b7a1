package io.sluice.sinks.micrometer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the number of models among tags low: callers may be free to choose models by any name.
 * Thread-safe.
 */
final class ModelTags {

  private static final String OTHER = "other";

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  ModelTags(int most) {
    this.most = most;
  }

  /** The model's own name if it is among the first, else {@code other}. */
  String of(String model) {
    if (known.contains(model)) {
      return model;
    }
    synchronized (known) {
      if (known.size() < most) {
        known.add(model);
      }
      return known.contains(model) ? model : OTHER;
    }
  }
}
