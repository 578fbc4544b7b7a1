package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.testkit.ScriptedTransport;
import io.sluice.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk that is full, where this machine lets us mount one. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

  @TempDir Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "sluice-test", disk.toString()),
        "only who may mount can fill a disk");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    succeeds("umount", disk.toString());
  }

  @Test
  void fullDiskRetiresTheFileAndTheAnswerStillReachesTheOthers() throws IOException {
    Path file = disk.resolve("a.jsonl");
    String[] texts = Collections.nCopies(100, "x".repeat(4096)).toArray(String[]::new);
    var seen = new StringBuilder();
    PipelineResult result =
        Pipeline.from(ScriptedTransport.answering(texts))
            .to("file", () -> FileSink.jsonl(file))
            .to("other", chunk -> seen.append(chunk.text()))
            .build()
            .run(ChatRequest.of("m", "Hi"));

    assertThat(seen).hasToString(String.join("", texts));
    assertThat(result.sinkFailures()).hasSize(1);
    assertThat(result.sinkFailures().get(0).sink()).isEqualTo("file");
    assertThat(result.sinkFailures().get(0).cause())
        .hasMessage(
            file
                + ".partial takes no more: No space left on device; what came before is kept in"
                + " it");
    assertTornBehindWholeLines(disk.resolve("a.jsonl.partial"));
  }

  private static void assertTornBehindWholeLines(Path file) throws IOException {
    int lines = 0;
    try (var reader = TranscriptReader.open(file)) {
      while (reader.next().isPresent()) {
        lines++;
      }
      assertThat(reader.torn()).isTrue();
    }
    assertThat(lines).isGreaterThan(5);
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
