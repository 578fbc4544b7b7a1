package io.sluice.sinks.tokens;

import java.util.function.LongConsumer;

/**
 * Tells the count so far at every so many deltas.
 *
 * @param every how many deltas
 * @param soFar takes the count
 */
record LiveCount(int every, LongConsumer soFar) {

  static final LiveCount NONE = new LiveCount(Integer.MAX_VALUE, count -> {});

  LiveCount {
    if (every < 1) {
      throw new IllegalArgumentException("every is " + every + "; use 1 or more");
    }
  }

  void tell(long deltas, long count) {
    if (deltas % every == 0) {
      soFar.accept(count);
    }
  }
}
