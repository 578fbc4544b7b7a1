package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.Batch;
import io.sluice.batch.BatchControl;
import io.sluice.batch.BatchObserver;
import io.sluice.batch.BatchStop;
import io.sluice.batch.BatchSummary;
import io.sluice.batch.pace.BatchLimits;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.queue.JobQueue;
import io.sluice.testkit.MemoryQueue;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the snippets of docs/batch.md. */
final class BatchPageTest {

  @Test
  void theResultsOfAQueueStayWithIt() throws IOException {
    MemoryQueue memory =
        MemoryQueue.keepingResults().put("a", "{\"id\":\"a\",\"prompt\":\"Say hello.\"}");
    var control = new BatchControl();
    var stopping =
        new BatchObserver() {
          @Override
          public void ended(RowResult result) {
            control.finishWithin(Duration.ofSeconds(30));
          }
        };
    try (var transport = ScriptedTransport.answering("Hello");
        JobQueue queue = memory.open()) {
      Pipeline pipeline = Pipeline.from(transport).to("none", () -> chunk -> {}).build();
      Batch batch = Batch.of(pipeline).observer(stopping);
      BatchSummary summary = batch.following().control(control).run(queue);
      assertThat(summary.completed()).isEqualTo(1);
    }
    assertThat(memory.results()).hasSize(1);
  }

  @Test
  void theResultsOfRowsAreInAFile(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("answers.jsonl");
    List<Row> rows =
        List.of(
            Row.of("a", ChatRequest.of("any", "Say hello.")),
            Row.of("b", ChatRequest.of("any", "Say it again.")));
    try (var transport = ScriptedTransport.answering("Hello")) {
      Pipeline pipeline = Pipeline.from(transport).to("none", () -> chunk -> {}).build();
      Batch batch =
          Batch.of(pipeline).concurrency(32).limits(BatchLimits.none().requests(500)).state(output);
      BatchSummary summary = batch.run(rows);
      assertThat(summary.stop()).isEqualTo(BatchStop.FINISHED);
    }
    assertThat(Files.readAllLines(output))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"content\":\"Hello\""));
  }
}
