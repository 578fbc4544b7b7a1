package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.batch.journal.OutputForm;
import io.sluice.batch.result.ResultFields;
import io.sluice.batch.result.ResultLine;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {
  @TempDir private Path folder;
  private BatchFolder batches;
  private Path output;

  @BeforeEach
  void name() {
    batches = new BatchFolder(folder);
    output = batches.output();
  }

  @Test
  void theOutputIsAllThatIsLeftAtTheEnd() throws IOException {
    batches.batch(FakePipeline.answering()).run(BatchFolder.rows(3));

    assertThat(batches.files()).containsExactly("out.jsonl");
    assertThat(Files.readAllLines(output))
        .hasSize(3)
        .allSatisfy(line -> assertThat(ResultLine.read(line).error()).isEmpty());
  }

  @Test
  void aBatchGoesOnWithTheRowsThatHaveNoResult() throws IOException {
    batches.batch(FakePipeline.answering()).mostRows(2).run(BatchFolder.rows(5));
    assertThat(batches.files()).containsExactly("out.jsonl.partial", "out.jsonl.state");
    FakePipeline second = FakePipeline.answering();

    BatchSummary summary = batches.batch(second).run(BatchFolder.rows(5));

    assertThat(second.asked()).containsExactly("3", "4", "5");
    assertThat(summary.earlier()).isEqualTo(2);
    assertThat(ids()).containsExactlyInAnyOrder("row-1", "row-2", "row-3", "row-4", "row-5");
  }

  @Test
  void aRowThatIsRefusedLosesNoAnswerThatIsUnderWay() throws IOException {
    var sent = new CountDownLatch(1);
    var refused = new CountDownLatch(1);
    List<Supplier<Row>> order =
        List.of(
            () -> BatchFolder.rows(1).get(0),
            () -> {
              await(sent);
              return BatchFolder.rows(1).get(0);
            },
            () -> {
              refused.countDown();
              return BatchFolder.rows(3).get(2);
            });
    var waiting =
        new FakePipeline(
            (prompt, before) -> {
              sent.countDown();
              await(refused);
              return Optional.of(FakePipeline.completed(prompt));
            });
    Iterable<Row> rows = () -> order.stream().map(Supplier::get).iterator();

    assertThatThrownBy(() -> batches.batch(waiting).run(rows))
        .isInstanceOf(RefusedRowsException.class)
        .hasMessageContaining("given twice");

    assertThat(Files.readAllLines(folder.resolve("out.jsonl.partial")))
        .singleElement()
        .satisfies(line -> assertThat(ResultLine.read(line).id()).isEqualTo("row-1"));
  }

  @Test
  void aTornLastLineIsCutOffWhereverItIsTorn() throws IOException {
    batches.batch(FakePipeline.answering()).concurrency(1).mostRows(2).run(BatchFolder.rows(3));
    byte[] whole = Files.readAllBytes(folder.resolve("out.jsonl.partial"));
    byte[] state = Files.readAllBytes(folder.resolve("out.jsonl.state"));
    int first =
        1
            + IntStream.range(0, whole.length)
                .filter(at -> whole[at] == '\n')
                .findFirst()
                .orElseThrow();
    for (int length = first; length < whole.length; length++) {
      Files.write(folder.resolve("out.jsonl.partial"), Arrays.copyOf(whole, length));
      Files.write(folder.resolve("out.jsonl.state"), state);
      Files.deleteIfExists(output);
      FakePipeline again = FakePipeline.answering();

      BatchSummary summary = batches.batch(again).run(BatchFolder.rows(3));

      assertThat(again.asked()).as("torn at %d", length).containsExactly("2", "3");
      assertThat(summary.tornBytes()).isEqualTo(length - first);
      assertThat(ids()).containsExactlyInAnyOrder("row-1", "row-2", "row-3");
    }
  }

  @Test
  void anObserverIsToldBeforeAResultIsKeptAndLosesNoneByThrowing() throws IOException {
    Path partial = folder.resolve("out.jsonl.partial");
    var throwing =
        new BatchObserver() {
          @Override
          public void keeping(RowResult result) {
            assertThat(partial).isEmptyFile();
            throw new IllegalStateException("the folder is gone");
          }
        };

    assertThatThrownBy(
            () ->
                batches.batch(FakePipeline.answering()).observer(throwing).run(BatchFolder.rows(1)))
        .hasMessage("the folder is gone");
    assertThat(Files.readAllLines(partial)).hasSize(1);
  }

  @Test
  void theOrderOfTheInputIsThatOfTheSortedResults() throws IOException {
    var late =
        new FakePipeline(
            (prompt, before) ->
                Optional.of(
                    prompt.equals("1") && before == 0
                        ? FakePipeline.refused(503, "later")
                        : FakePipeline.completed(prompt)));

    batches
        .batch(late)
        .form(OutputForm.lines().order(OutputForm.Order.INPUT))
        .run(BatchFolder.rows(12));

    assertThat(ids()).isEqualTo(BatchFolder.rows(12).stream().map(Row::id).toList());
    assertThat(batches.files()).containsExactly("out.jsonl");
  }

  @Test
  void errorsAreAskedAgainOnDemandAndTheLaterResultCounts() throws IOException {
    var failing =
        new FakePipeline((prompt, before) -> Optional.of(FakePipeline.refused(400, "no")));
    batches.batch(failing).run(BatchFolder.rows(2));
    FakePipeline idle = FakePipeline.answering();
    assertThat(batches.batch(idle).run(BatchFolder.rows(2)).earlierFailed()).isEqualTo(2);
    assertThat(idle.asked()).isEmpty();

    batches
        .batch(FakePipeline.answering())
        .again(EnumSet.of(RowErrorKind.INVALID_REQUEST))
        .run(BatchFolder.rows(2));

    assertThat(Files.readAllLines(output))
        .hasSize(2)
        .allSatisfy(line -> assertThat(ResultLine.read(line).error()).isEmpty());
  }

  @Test
  void aRowThatChangedIsRefusedAskedOrKept() throws IOException {
    batches.batch(FakePipeline.answering()).run(BatchFolder.rows(2));
    List<Row> changed =
        List.of(BatchFolder.rows(2).get(0), Row.of("row-2", ChatRequest.of("m", "other")));

    assertThatThrownBy(() -> batches.batch(FakePipeline.answering()).run(changed))
        .isInstanceOf(RefusedRowsException.class)
        .hasMessageContaining("row 'row-2' (row 2) is not what it was when it was sent");

    FakePipeline kept = FakePipeline.answering();
    batches.batch(kept).policies(changing(RowPolicies.Changed.KEEP)).run(changed);
    assertThat(kept.asked()).isEmpty();

    FakePipeline asked = FakePipeline.answering();
    batches.batch(asked).policies(changing(RowPolicies.Changed.ASK)).run(changed);
    assertThat(asked.asked()).containsExactly("other");
    assertThat(ids()).containsExactlyInAnyOrder("row-1", "row-2");
  }

  @Test
  void whatWasUnderWayAtAKillIsAskedAgainOrSkipped() throws IOException {
    var control = new BatchControl();
    var stuck =
        new FakePipeline(
            (prompt, before) -> {
              control.stop();
              return Optional.empty();
            });
    batches.batch(stuck).control(control).concurrency(1).run(BatchFolder.rows(2));
    FakePipeline skipping = FakePipeline.answering();
    RowPolicies skip =
        new RowPolicies(
            RowPolicies.Unusable.REFUSE, RowPolicies.Changed.REFUSE, RowPolicies.InFlight.SKIP);

    BatchSummary summary = batches.batch(skipping).policies(skip).run(BatchFolder.rows(2));

    assertThat(summary.sentBefore()).isEqualTo(1);
    assertThat(skipping.asked()).containsExactly("2");
    assertThat(Files.readAllLines(output).stream().map(ResultLine::read))
        .anySatisfy(line -> assertThat(line.error()).hasValue(RowErrorKind.IN_FLIGHT));
  }

  @Test
  void nothingIsCutOffBeforeTheBatchBegins() throws IOException {
    batches.batch(FakePipeline.answering()).run(BatchFolder.rows(1));
    String torn = Files.readString(output) + "{\"id\":";
    Files.writeString(output, torn);

    batches.batch(FakePipeline.answering()).prepare().close();
    assertThat(Files.readString(output)).isEqualTo(torn);

    assertThat(batches.batch(FakePipeline.answering()).run(BatchFolder.rows(1)).tornBytes())
        .isEqualTo(6);
    assertThat(Files.readAllLines(output)).hasSize(1);
  }

  @Test
  void aTableThatWasMadeButNotFinishedIsMadeAgain() throws IOException {
    batches.batch(FakePipeline.answering()).mostRows(1).run(BatchFolder.rows(2));
    Files.writeString(
        folder.resolve("out.jsonl.state"), "{\"type\":\"output\"}\n", StandardOpenOption.APPEND);
    Files.writeString(output, "custom_id,text\n");

    batches.batch(FakePipeline.answering()).run(BatchFolder.rows(2));

    assertThat(ids()).containsExactly("row-1", "row-2");
  }

  @Test
  void aSecondBatchOverTheSameFilesIsRefused() throws IOException {
    Batch batch = batches.batch(FakePipeline.answering());
    try (PreparedBatch first = batch.prepare()) {
      assertThat(first.earlierInput()).isEmpty();
      assertThatThrownBy(batch::prepare).hasMessageContaining("is in use by another batch");
    }
    assertThat(batches.files()).isEmpty();
  }

  @Test
  void aTableHasAColumnForEachField() throws IOException {
    batches
        .batch(FakePipeline.answering())
        .form(OutputForm.lines().order(OutputForm.Order.INPUT).fields(ResultFields.usual()))
        .run(BatchFolder.rows(2));

    assertThat(Files.readAllLines(output))
        .containsExactly(
            "custom_id,text,finish_reason,error", "row-1,Re: 1,stop,", "row-2,Re: 2,stop,");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  private static RowPolicies changing(RowPolicies.Changed changed) {
    return new RowPolicies(RowPolicies.Unusable.REFUSE, changed, RowPolicies.InFlight.ASK);
  }

  private List<String> ids() throws IOException {
    return Files.readAllLines(output).stream().map(line -> ResultLine.read(line).id()).toList();
  }
}
