package io.sluice.stream;

import io.sluice.chat.Usage;
import java.util.Optional;

/**
 * Folds chunks to the server's last word on usage: servers that report it more than once report it
 * cumulatively. Mutable; for one thread at a time.
 */
public final class UsageAccumulator implements Accumulator<Optional<Usage>> {

  private Optional<Usage> last = Optional.empty();

  @Override
  public void add(Chunk chunk) {
    if (chunk.usage().isPresent()) {
      last = chunk.usage();
    }
  }

  @Override
  public Optional<Usage> result() {
    return last;
  }
}
