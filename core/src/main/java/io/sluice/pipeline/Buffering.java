package io.sluice.pipeline;

import java.util.Objects;

/**
 * A buffer between the stream and one sink.
 *
 * @param capacity the most calls that wait
 * @param overflow what happens when there is one more
 */
record Buffering(int capacity, Overflow overflow) {

  Buffering {
    if (capacity < 1) {
      throw new IllegalArgumentException("a buffer's capacity is " + capacity + "; use 1 or more");
    }
    Objects.requireNonNull(overflow, "overflow");
  }
}
