package io.sluice.sinks.console;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.json.ChunkBuilder;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A scripted answer that a sink is told. */
final class Answer {

  private final List<Chunk> chunks = new ArrayList<>();

  static Answer of(String... texts) {
    var answer = new Answer();
    for (String text : texts) {
      answer.then(new Delta.Text(0, text));
    }
    return answer;
  }

  /** Each in a chunk of its own. */
  static Answer ofDeltas(Delta... deltas) {
    var answer = new Answer();
    for (Delta delta : deltas) {
      answer.then(delta);
    }
    return answer;
  }

  Answer then(Delta... deltas) {
    chunks.add(ChunkBuilder.of(deltas).build());
    return this;
  }

  void tell(Sink sink, Status status) throws IOException {
    var completion = new CompletionAccumulator();
    for (Chunk chunk : chunks) {
      completion.add(chunk);
      sink.onChunk(chunk);
    }
    sink.onEnd(
        Outcome.builder(status).completion(completion.result()).chunks(chunks.size()).build());
  }
}
