package io.sluice.accumulate;

import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds chunks into a {@link Timing}, except for the times of the response head and of the end,
 * which chunks do not have. Mutable; for one thread at a time.
 */
public final class TimingAccumulator implements Accumulator<Timing> {

  private @Nullable Duration firstChunk;
  private @Nullable Duration firstToken;
  private @Nullable Duration firstContent;
  private @Nullable Duration lastToken;

  /** Creates an accumulator without any chunks. */
  public TimingAccumulator() {}

  @Override
  public void add(Chunk chunk) {
    if (firstChunk == null) {
      firstChunk = chunk.at();
    }
    if (!chunk.at().equals(lastToken) && carriesTokens(chunk)) {
      mark(chunk);
    }
    if (firstContent == null && carriesContent(chunk)) {
      firstContent = chunk.at();
    }
  }

  /** Whether any chunk has carried tokens. */
  boolean anyToken() {
    return firstToken != null;
  }

  private void mark(Chunk chunk) {
    if (firstToken == null) {
      firstToken = chunk.at();
    }
    lastToken = chunk.at();
  }

  private static boolean carriesTokens(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      if (delta.carriesTokens()) {
        return true;
      }
    }
    return false;
  }

  private static boolean carriesContent(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      if (delta instanceof Delta.Text text && !text.text().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Timing result() {
    Timing.Builder marks = Timing.builder();
    Optional.ofNullable(firstChunk).ifPresent(marks::firstChunk);
    Optional.ofNullable(firstToken).ifPresent(marks::firstToken);
    Optional.ofNullable(firstContent).ifPresent(marks::firstContent);
    Optional.ofNullable(lastToken).ifPresent(marks::lastToken);
    return marks.build();
  }
}
