package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;

/**
 * The place of the usage in a payload that is repeated with other figures.
 *
 * @param from where it begins in the payload
 * @param to where it ends; 0 if there is none
 */
record RepeatedUsage(int from, int to) {

  static final RepeatedUsage NONE = new RepeatedUsage(0, 0);

  /** Whether a chunk has usage exactly if this place is one. */
  boolean isOf(Chunk chunk) {
    return chunk.usage().isPresent() == to > 0;
  }

  /**
   * The usage of a payload, but for its total.
   *
   * @param before that of the payload whose form it has
   * @param text its JSON
   * @param completion how many more tokens of the answer its figures say
   */
  static Usage.Builder grown(Usage before, String text, long completion) {
    Usage.Builder usage = before.next(Json.verbatim(text));
    if (before.tellsCompletion()) {
      usage.completionTokens(before.completionTokens() + completion);
    }
    return usage;
  }
}
