package io.sluice.sinks.tokens;

import java.util.function.LongConsumer;

/**
 * Reports the count so far after each group of deltas.
 *
 * @param every the number of deltas in a group
 * @param soFar receives the count
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
