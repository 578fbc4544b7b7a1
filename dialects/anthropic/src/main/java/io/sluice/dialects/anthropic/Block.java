package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import java.util.Optional;

/**
 * One content block between its start and its stop, which may be the same event. Mutable; for one
 * thread at a time.
 */
interface Block {

  /** The array of a message that keeps blocks for which it has no other place. */
  String KEPT = "content_parts";

  /**
   * The member, true, of a kept block whose end never came. A block without its end is no block of
   * Anthropic's, so {@link Content} never sends it back.
   */
  String UNFINISHED = "unfinished";

  /** The array of a message that says where its text comes from. */
  String CITATIONS = "annotations";

  /** Adds what the block says where it starts. */
  void start(EventDraft draft);

  /** Adds a {@code delta}, of whatever type. */
  void add(JsonObject delta, EventDraft draft);

  /** Adds what can only be told now that the block is whole. */
  void stop(EventDraft draft);

  /**
   * What the block still holds and would take along, now that its end will never come: a block to
   * be kept, marked with {@link #UNFINISHED}; empty if all that was received has been told.
   */
  Optional<Json> remnant();
}
