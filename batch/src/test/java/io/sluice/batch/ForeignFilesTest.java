package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.batch.journal.OutputForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that no batch wrote is not moved, cut or written over. */
class ForeignFilesTest {
  @TempDir private Path folder;
  private BatchFolder batches;
  private Path output;

  @BeforeEach
  void name() {
    batches = new BatchFolder(folder);
    output = batches.output();
  }

  @Test
  void aFileThatIsNoOutputOfABatchIsLeftAlone() throws IOException {
    Files.writeString(output, "my diary\n");

    assertThatThrownBy(() -> batches.batch(FakePipeline.answering()).run(BatchFolder.rows(1)))
        .hasMessage(output + " exists and is no output of a batch; name another file");
    assertThat(batches.files()).containsExactly("out.jsonl");
    assertThat(output).hasContent("my diary\n");
  }

  @Test
  void anOutputThatOnlyBeginsLikeOneStaysWhereItWas() throws IOException {
    batches.batch(FakePipeline.answering()).run(BatchFolder.rows(1));
    String foreign = Files.readString(output) + "my diary\n";
    Files.writeString(output, foreign);

    assertThatThrownBy(() -> batches.batch(FakePipeline.answering()).run(BatchFolder.rows(1)))
        .hasMessageContaining("has a line that no batch wrote");
    assertThat(batches.files()).containsExactly("out.jsonl");
    assertThat(output).hasContent(foreign);
  }

  @Test
  void aForeignOutputBesideAnUnfinishedBatchIsLeftAlone() throws IOException {
    batches.batch(FakePipeline.answering()).mostRows(1).run(BatchFolder.rows(2));
    Files.writeString(output, "my diary\n");

    assertThatThrownBy(() -> batches.batch(FakePipeline.answering()).run(BatchFolder.rows(2)))
        .hasMessageContaining("is no output of a batch");
    assertThat(output).hasContent("my diary\n");
    assertThat(batches.files()).contains("out.jsonl.partial", "out.jsonl.state");
  }

  @Test
  void errorsGoToNoFileThatIsAnotherPersons() throws IOException {
    Path diary = folder.resolve("diary");
    Files.writeString(diary, "my diary\n");
    Batch over = batches.batch(FakePipeline.answering()).form(OutputForm.lines().errors(diary));
    Batch same = batches.batch(FakePipeline.answering()).form(OutputForm.lines().errors(output));

    assertThatThrownBy(over::prepare).hasMessageContaining("is no output of a batch");
    assertThatThrownBy(same::prepare)
        .hasMessageContaining("which is the output's; name another file");
    for (String own : List.of("out.jsonl.partial", "out.jsonl.state")) {
      Batch beside =
          batches
              .batch(FakePipeline.answering())
              .form(OutputForm.lines().errors(folder.resolve(own)));
      assertThatThrownBy(beside::prepare).hasMessageContaining("which is the output's");
    }
    assertThat(batches.files()).containsExactly("diary");
  }
}
