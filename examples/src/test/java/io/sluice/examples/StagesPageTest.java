package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.sinks.file.FileSink;
import io.sluice.stages.Stages;
import io.sluice.stream.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets of docs/stages.md. */
final class StagesPageTest {

  private final List<String> spoken = new ArrayList<>();

  @Test
  void aVoiceGetsSentencesBehindTheStageOfAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answer.jsonl");
    try (Server server = Server.recorded()) {
      var transport = server.transport();
      Pipeline pipeline =
          Pipeline.from(transport)
              .through(Stages.redact())
              .to("file", () -> FileSink.jsonl(file))
              .to("speech", () -> new SpeechSink(), Delivery.through(Stages.sentences()))
              .build();
      pipeline.run(ChatRequest.of("m", "Who are you?"));
    }
    assertThat(spoken).containsExactly("A fox naps.", "Pi is 3.14!", "Why not?");
    assertThat(Files.readString(file)).isNotEmpty();
  }

  /** Takes down what it would say. */
  private final class SpeechSink implements Sink {
    @Override
    public void onChunk(Chunk chunk) {
      if (!chunk.text().isEmpty()) {
        spoken.add(chunk.text().strip());
      }
    }
  }

  @Test
  void aStageOfOnesOwnChangesTheText() throws IOException {
    List<String> heard = new ArrayList<>();
    try (Server server = Server.recorded()) {
      Pipeline.from(server.transport())
          .through(ShoutStage::new)
          .to("heard", () -> chunk -> heard.add(chunk.text()))
          .build()
          .run(ChatRequest.of("m", "Hello."));
    }
    assertThat(String.join("", heard)).isEqualTo("A FOX NAPS. PI IS 3.14! WHY NOT?");
  }
}
