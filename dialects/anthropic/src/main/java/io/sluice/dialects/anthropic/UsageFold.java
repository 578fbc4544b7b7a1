package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Combines the usage of a message. Its start has the usage of the request, its deltas that of the
 * answer so far; the last value of each figure counts. Mutable; for one thread at a time.
 */
final class UsageFold {

  /** A bound on each figure: more than any answer uses, and small enough to add several. */
  private static final long MOST = 1L << 50;

  private final Map<String, Json> figures = new LinkedHashMap<>();

  /** Adds figures and returns the usage so far; empty if there is none. */
  Optional<Usage> add(JsonObject said) {
    said.members()
        .forEach(
            (name, value) -> {
              if (said.value(name).isPresent()) {
                figures.put(name, value);
              } else {
                figures.putIfAbsent(name, value);
              }
            });
    return figures.isEmpty() ? Optional.empty() : Optional.of(usage());
  }

  /** Tokens read from or written to a cache are not included in {@code input_tokens}. */
  private Usage usage() {
    Json json = JsonWriter.json(text -> figures.forEach(text::field));
    JsonObject all = JsonObject.read(json.text());
    long prompt =
        figure(all, "input_tokens")
            + figure(all, "cache_creation_input_tokens")
            + figure(all, "cache_read_input_tokens");
    long completion = figure(all, "output_tokens");
    return Usage.builder(json).promptTokens(prompt).completionTokens(completion).build();
  }

  private static long figure(JsonObject figures, String name) {
    return Math.max(0, Math.min(MOST, figures.wholeNumber(name).orElse(0)));
  }
}
