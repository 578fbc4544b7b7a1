package io.sluice.sinks.tokens;

import io.sluice.stream.Chunk;
import io.sluice.stream.TextAccumulator;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

/** Tells the count of the text so far at every so many deltas. Mutable; for one run. */
final class LiveCount {

  private final int every;
  private final LongConsumer soFar;
  private final TextAccumulator text = new TextAccumulator();
  private int deltas;

  LiveCount(int every, LongConsumer soFar) {
    if (every < 1) {
      throw new IllegalArgumentException("every is " + every + "; use 1 or more");
    }
    this.every = every;
    this.soFar = soFar;
  }

  void add(Chunk chunk, ToLongFunction<String> count) {
    if (chunk.text().isEmpty()) {
      return;
    }
    text.add(chunk);
    deltas++;
    if (deltas % every == 0) {
      soFar.accept(count.applyAsLong(text.result()));
    }
  }
}
