package io.sluice.stream;

import io.sluice.chat.Usage;
import java.util.Optional;

/**
 * Folds chunks to the server's figures. Servers that report more than once report cumulatively, so
 * of each figure the last one counts; but a figure that a later report leaves out, or has as 0,
 * stays what it was. Mutable; for one thread at a time.
 */
public final class UsageAccumulator implements Accumulator<Optional<Usage>> {
  private Optional<Usage> merged = Optional.empty();

  /** Without any figures yet. */
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
