package io.sluice.stream;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds chunks to the marks they set: everything of {@link Timing} but the head of the response and
 * the end, which no chunk knows. Mutable; for one thread at a time.
 */
public final class TimingAccumulator implements Accumulator<Timing> {

  private @Nullable Duration firstChunk;
  private @Nullable Duration firstToken;
  private @Nullable Duration firstContent;
  private @Nullable Duration lastToken;

  @Override
  public void add(Chunk chunk) {
    if (firstChunk == null) {
      firstChunk = chunk.at();
    }
    boolean token = false;
    boolean content = false;
    for (Delta delta : chunk.deltas()) {
      token |= delta.carriesTokens();
      content |= delta instanceof Delta.Text text && !text.text().isEmpty();
    }
    if (token) {
      mark(chunk);
    }
    if (content && firstContent == null) {
      firstContent = chunk.at();
    }
  }

  private void mark(Chunk chunk) {
    if (firstToken == null) {
      firstToken = chunk.at();
    }
    lastToken = chunk.at();
  }

  @Override
  public Timing result() {
    return new Timing(
        Optional.empty(),
        Optional.ofNullable(firstChunk),
        Optional.ofNullable(firstToken),
        Optional.ofNullable(firstContent),
        Optional.ofNullable(lastToken),
        Optional.empty(),
        0);
  }
}
