package io.sluice.dialects.anthropic;

import io.sluice.json.JsonObject;

/**
 * One content block between its start and its stop, which may be the same event. Mutable; for one
 * thread at a time.
 */
interface Block {

  /** The array of a message that keeps blocks for which it has no other place. */
  String KEPT = "content_parts";

  /** The array of a message that says where its text comes from. */
  String CITATIONS = "annotations";

  /** Adds what the block says where it starts. */
  void start(Draft draft);

  /** Adds a {@code delta}, of whatever type. */
  void add(JsonObject delta, Draft draft);

  /** Adds what can only be told now that the block is whole. */
  void stop(Draft draft);
}
