package io.sluice.stream;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A chunk made by hand. */
public record TestChunk(List<Delta> deltas) implements Chunk {

  public static TestChunk of(Delta... deltas) {
    return new TestChunk(List.of(deltas));
  }

  public static TestChunk text(String text) {
    return of(new Delta.Text(0, text));
  }

  public static TestChunk finish(int choice) {
    return of(new Delta.Finish(choice, FinishReason.STOP));
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.empty();
  }

  @Override
  public Origin origin() {
    return Origin.UNKNOWN;
  }

  @Override
  public Duration at() {
    return Duration.ZERO;
  }

  @Override
  public String json() {
    return "{}";
  }
}
