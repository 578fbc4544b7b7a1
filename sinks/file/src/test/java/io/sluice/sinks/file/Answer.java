package io.sluice.sinks.file;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.ChatRequest;
import io.sluice.json.ChunkBuilder;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scripted answer that a sink is told. */
final class Answer {

  private static final Timing SENT_ONCE =
      Timing.builder().total(Duration.ofMillis(40)).attempts(1).build();

  private StreamContext context = context(Optional.empty());
  private final List<Chunk> chunks = new ArrayList<>();

  static Answer of(String... texts) {
    var answer = new Answer();
    for (String text : texts) {
      answer.then(new Delta.Text(0, text));
    }
    return answer;
  }

  static StreamContext context(Optional<ChatRequest> request) {
    return new Context("run-1", request, "http://localhost/v1", Instant.EPOCH);
  }

  Answer to(ChatRequest request) {
    context = context(Optional.of(request));
    return this;
  }

  Answer then(Delta... deltas) {
    chunks.add(
        ChunkBuilder.of(deltas)
            .at(Duration.ofMillis(10L * chunks.size()))
            .payload("{\"n\":\n" + deltas.length + "}")
            .build());
    return this;
  }

  /** The run up to its end. */
  Answer begin(Sink sink) throws IOException {
    sink.onOpen(context);
    for (Chunk chunk : chunks) {
      sink.onChunk(chunk);
    }
    return this;
  }

  void end(Sink sink, Status status) throws IOException {
    sink.onEnd(outcome(status));
  }

  void run(Sink sink, Status status) throws IOException {
    try (sink) {
      begin(sink).end(sink, status);
    }
  }

  static void unsent(Sink sink) throws IOException {
    sink.onEnd(
        Outcome.builder(Status.FAILED)
            .failure(new Failure.Sinks("another sink did not open"))
            .build());
  }

  private Outcome outcome(Status status) {
    var completion = new CompletionAccumulator();
    chunks.forEach(completion::add);
    boolean whole = status == Status.COMPLETED || status == Status.STOPPED;
    Outcome.Builder outcome =
        Outcome.builder(status)
            .completion(completion.result())
            .chunks(chunks.size())
            .timing(SENT_ONCE);
    return (whole ? outcome : outcome.failure(new Failure.Connection("the line is gone"))).build();
  }

  private record Context(String id, Optional<ChatRequest> request, String endpoint, Instant started)
      implements StreamContext {
    @Override
    public void stop() {}
  }
}
