package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;

/**
 * Bounds the content that a reader holds until a block is complete, to the size that an answer may
 * have. No other component sees this content before, so no other one can bound it. Mutable; for one
 * thread at a time.
 */
final class Room {

  private static final long MOST = 64L << 20;

  private long taken;

  /** Whether the bound was exceeded. */
  boolean isExceeded() {
    return taken > MOST;
  }

  /**
   * Counts a part of a block.
   *
   * @throws MalformedJsonException if the bound is exceeded
   */
  void take(JsonObject part) {
    int characters = 0;
    for (Json value : part.members().values()) {
      characters += value.text().length();
    }
    take(characters);
  }

  /**
   * Counts characters of a block.
   *
   * @throws MalformedJsonException if the bound is exceeded
   */
  void take(int characters) {
    taken += characters;
    if (isExceeded()) {
      throw new MalformedJsonException("content blocks of more than " + MOST + " characters");
    }
  }
}
