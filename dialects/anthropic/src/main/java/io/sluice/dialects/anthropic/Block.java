package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import java.util.Optional;

/**
 * One content block between its start and its stop, which may be the same event. Mutable; for one
 * thread at a time.
 */
interface Block {

  /**
   * The member, with value true, of a kept block whose end was never received. Anthropic does not
   * accept such a block, so {@link Content} never sends it back.
   */
  String UNFINISHED = "unfinished";

  /** Adds the content of the event that starts the block. */
  void start(EventDraft draft);

  /** Adds a {@code delta} of any type. */
  void add(JsonObject delta, EventDraft draft);

  /** Adds what can only be added once the block is complete. */
  void stop(EventDraft draft);

  /**
   * The content that the block still holds when its end will never be received: a block to keep,
   * marked with {@link #UNFINISHED}; empty if everything received was already added to chunks.
   */
  Optional<Json> remnant();
}
