package io.sluice.json;

import tools.jackson.core.util.BufferRecycler;

/**
 * Buffers that start at the size of a chunk's strings and grow if needed: Jackson's own start at 8
 * kB, too much for ten thousand open streams. Mutable; for one thread at a time.
 */
final class SmallBuffers extends BufferRecycler {

  private static final int CHARACTERS = 64;

  @Override
  protected int charBufferLength(int which) {
    return CHARACTERS;
  }
}
