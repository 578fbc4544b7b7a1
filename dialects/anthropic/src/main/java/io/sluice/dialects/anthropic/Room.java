package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;

/**
 * How much of a stream its reader may hold until a block is whole: as much as an answer may have.
 * Nobody else sees that text yet, so nobody else can keep it within bounds. Mutable; for one thread
 * at a time.
 */
final class Room {

  private static final long MOST = 64L << 20;

  private long taken;

  /** Whether more was taken than there is. */
  boolean isExceeded() {
    return taken > MOST;
  }

  /**
   * Makes room for a part of a block.
   *
   * @throws MalformedJsonException if there is none left
   */
  void take(JsonObject part) {
    for (Json value : part.members().values()) {
      taken += value.text().length();
    }
    if (isExceeded()) {
      throw new MalformedJsonException("content blocks of more than " + MOST + " characters");
    }
  }
}
