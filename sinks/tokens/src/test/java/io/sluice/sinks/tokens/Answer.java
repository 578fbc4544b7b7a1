package io.sluice.sinks.tokens;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkBuilder;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scripted answer that a sink is told. */
final class Answer {

  private final List<Chunk> chunks = new ArrayList<>();
  private Optional<ChatRequest> request = Optional.empty();
  private Origin origin = Origin.UNKNOWN;

  static Answer to(ChatRequest request) {
    var answer = new Answer();
    answer.request = Optional.of(request);
    return answer;
  }

  Answer by(String model) {
    origin = new Origin("c1", model, Optional.empty());
    return this;
  }

  Answer of(String... texts) {
    for (String text : texts) {
      with(new Delta.Text(0, text));
    }
    return this;
  }

  Answer with(Delta... deltas) {
    chunks.add(ChunkBuilder.of(deltas).origin(origin).build());
    return this;
  }

  Answer with(Usage usage) {
    chunks.add(ChunkBuilder.of().usage(usage).origin(origin).build());
    return this;
  }

  void run(Sink sink, Status status) throws IOException {
    var completion = new CompletionAccumulator();
    try (sink) {
      sink.onOpen(new Context("run-1", request, "http://localhost/v1", Instant.EPOCH));
      for (Chunk chunk : chunks) {
        completion.add(chunk);
        sink.onChunk(chunk);
      }
      sink.onEnd(
          Outcome.builder(status).completion(completion.result()).chunks(chunks.size()).build());
    }
  }

  private record Context(String id, Optional<ChatRequest> request, String endpoint, Instant started)
      implements StreamContext {
    @Override
    public void stop() {}
  }
}
