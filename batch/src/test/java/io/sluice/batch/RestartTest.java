package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.batch.journal.BatchJournal;
import io.sluice.batch.journal.OutputForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of an earlier batch when another begins in their place. */
class RestartTest {
  @TempDir private Path folder;
  private BatchFolder batches;
  private Path output;

  @BeforeEach
  void answer() throws IOException {
    batches = new BatchFolder(folder);
    output = batches.output();
    batches.batch(FakePipeline.answering()).run(BatchFolder.rows(1));
  }

  @Test
  void theFileForErrorsIsKeptWithTheResults() throws IOException {
    Path errors = Files.copy(output, folder.resolve("errors.jsonl"));

    BatchJournal.setAside(output, OutputForm.lines().errors(errors));

    assertThat(batches.files()).containsExactlyInAnyOrder("out.jsonl.old", "errors.jsonl.old");
  }

  @Test
  void nothingIsMovedIfTheFileForErrorsIsAnotherPersons() throws IOException {
    Path diary = folder.resolve("diary");
    Files.writeString(diary, "my diary\n");

    assertThatThrownBy(() -> BatchJournal.setAside(output, OutputForm.lines().errors(diary)))
        .hasMessageContaining("is no output of a batch");
    assertThat(batches.files()).containsExactlyInAnyOrder("out.jsonl", "diary");
  }
}
