package io.sluice.runlog;

import static io.sluice.runlog.LogReading.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.replay.Replay;
import io.sluice.stream.Source;
import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSinkTest {

  private static final String OPEN =
      "{\"type\":\"open\",\"version\":1,\"id\":\"a\",\"endpoint\":\"e\"}";
  private static final String CHUNK =
      "{\"type\":\"chunk\",\"at_ms\":1,\"data\":{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"}}]}}";
  private static final String DONE =
      "{\"type\":\"chunk\",\"at_ms\":1,\"data\":{\"choices\":[{\"index\":0,\"delta\":{},"
          + "\"finish_reason\":\"stop\"}]}}";
  private static final String END =
      "{\"type\":\"end\",\"status\":\"completed\",\"chunks\":2,\"attempts\":1,"
          + "\"finish_reasons\":[\"stop\"],\"timing\":{},\"irregularities\":[]}";

  @TempDir private Path folder;
  private Source recorded;

  @BeforeEach
  void record() throws IOException {
    Path file = folder.resolve("run.jsonl");
    Files.writeString(file, String.join("\n", OPEN, CHUNK, CHUNK, CHUNK, DONE, END) + "\n");
    recorded = Replay.of(file);
  }

  @Test
  void theLogHasTheLinesOfTheTranscript() {
    RunLog log = RunLog.builder().build();
    run(log);

    List<String> lines = rest(log, 0, 10_000);
    assertThat(lines).hasSize(6);
    assertThat(lines.subList(1, 4)).allSatisfy(line -> assertThat(line).contains("\"hi\""));
    assertThat(log.isEnded()).isTrue();
  }

  @Test
  void aFullLogEndsItsRecordAsTruncatedAndTheRunGoesOn() {
    RunLog log = RunLog.builder().limit(300).build();

    PipelineResult result = run(log);

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures()).isEmpty();
    List<String> lines = rest(log, 0, 10_000);
    assertThat(TranscriptLine.parse(lines.get(lines.size() - 1)))
        .hasValueSatisfying(
            line -> {
              var end = (TranscriptLine.EndLine) line;
              assertThat(end.status()).isEqualTo(Status.TRUNCATED);
              assertThat(end.chunks()).isEqualTo(lines.size() - 2).isBetween(1L, 3L);
              assertThat(end.failure().orElseThrow().message())
                  .isEqualTo("the record is full at 300 bytes; raise the limit of the log");
            });
  }

  @Test
  void aReaderOnAnotherThreadWaitsForWhatComes() throws InterruptedException {
    RunLog log = RunLog.builder().build();
    var writer = new Thread(() -> run(log));
    writer.start();

    long cursor = 0;
    while (log.await(cursor, Duration.ofSeconds(30)) && !(log.isEnded() && cursor == log.lines())) {
      cursor = log.read(cursor, 1).next();
    }
    writer.join();

    assertThat(cursor).isEqualTo(6);
  }

  private PipelineResult run(RunLog log) {
    return Pipeline.ofSources().to("log", log.sink()).build().run(recorded);
  }
}
