package io.sluice.stream;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkBuilder;

/** Chunks that tests need again and again. */
public final class TestChunk {

  private TestChunk() {}

  public static Chunk of(Delta... deltas) {
    return ChunkBuilder.of(deltas).build();
  }

  public static Chunk text(String text) {
    return of(new Delta.Text(0, text));
  }

  public static Chunk finish(int choice) {
    return of(new Delta.Finish(choice, FinishReason.STOP));
  }

  public static Chunk from(Origin origin) {
    return ChunkBuilder.of().origin(origin).build();
  }

  public static Chunk costing(long prompt, long completion) {
    Usage usage =
        Usage.builder(new Json("{}")).promptTokens(prompt).completionTokens(completion).build();
    return ChunkBuilder.of().usage(usage).build();
  }
}
