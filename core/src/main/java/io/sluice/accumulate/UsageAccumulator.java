package io.sluice.accumulate;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import java.util.Optional;

/**
 * Folds chunks into the server's usage. Servers that report more than once report cumulatively, so
 * the last value of each figure counts; a figure that a later report omits, or has as 0, is not
 * changed. Mutable; for one thread at a time.
 */
public final class UsageAccumulator implements Accumulator<Optional<Usage>> {
  private Optional<Usage> merged = Optional.empty();

  /** Creates an accumulator without any usage. */
  public UsageAccumulator() {}

  @Override
  public void add(Chunk chunk) {
    if (chunk.usage().isPresent()) {
      Usage later = chunk.usage().get();
      merged = Optional.of(merged.map(before -> UsageMerge.of(before, later)).orElse(later));
    }
  }

  @Override
  public Optional<Usage> result() {
    return merged;
  }
}
