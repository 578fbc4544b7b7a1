package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.batch.pace.BatchLimits;
import io.sluice.batch.result.RowErrorKind;
import io.sluice.batch.result.RowResult;
import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Prices;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final List<RowResult> results = new ArrayList<>();
  private final BatchObserver keeping =
      new BatchObserver() {
        @Override
        public void ended(RowResult result) {
          results.add(result);
        }
      };

  @Test
  void allRowsAreAnsweredAndNoMoreAtOnceThanAllowed() throws IOException {
    FakePipeline pipeline = FakePipeline.answering();

    BatchSummary summary = batch(pipeline).concurrency(3).run(rows(100));

    assertThat(summary.stop()).isEqualTo(BatchStop.FINISHED);
    assertThat(summary.completed()).isEqualTo(100);
    assertThat(pipeline.most()).isLessThanOrEqualTo(3);
    assertThat(pipeline.asked()).hasSize(100).startsWith("1", "2", "3");
    assertThat(results.get(0).completion().orElseThrow().text()).startsWith("Re: ");
  }

  @Test
  void aRefusalForLimitsIsNoAttempt() throws IOException {
    Failure limited =
        Failure.Http.builder(429, "slow down").retryAfter(Duration.ofNanos(1)).build();
    var pipeline =
        new FakePipeline(
            (prompt, before) ->
                Optional.of(
                    before < 20 ? FakePipeline.failed(limited) : FakePipeline.completed("yes")));

    BatchSummary summary = batch(pipeline).retries(0).run(rows(2));

    assertThat(summary.completed()).isEqualTo(2);
    assertThat(summary.refusals()).isEqualTo(40);
    assertThat(results).allSatisfy(result -> assertThat(result.attempts()).isEqualTo(1));
  }

  @Test
  void aRowIsAskedAgainAfterWhatMayPassAndNeverAfterWhatWillNot() throws IOException {
    var pipeline =
        new FakePipeline(
            (prompt, before) ->
                Optional.of(
                    prompt.equals("1")
                        ? FakePipeline.refused(400, "no")
                        : FakePipeline.refused(503, "busy")));

    BatchSummary summary = batch(pipeline).retries(1).run(rows(2));

    assertThat(summary.failed()).isEqualTo(2);
    assertThat(pipeline.asked()).containsExactlyInAnyOrder("1", "2", "2");
    assertThat(kinds())
        .containsExactlyInAnyOrder(RowErrorKind.INVALID_REQUEST, RowErrorKind.UNAVAILABLE);
  }

  @Test
  void aTruncatedAnswerIsAnErrorThatNeverLooksWhole() throws IOException {
    Outcome truncated =
        Outcome.builder(Status.TRUNCATED)
            .completion(FakePipeline.completed("half").completion())
            .chunks(1)
            .failure(new Failure.Connection("the connection broke"))
            .build();
    var pipeline = new FakePipeline((prompt, before) -> Optional.of(truncated));

    batch(pipeline).withoutRetriesOfTruncated().run(rows(1));

    assertThat(pipeline.asked()).hasSize(1);
    assertThat(kinds()).containsExactly(RowErrorKind.TRUNCATED);
    assertThat(results.get(0).completion()).isEmpty();
  }

  @Test
  void aWrongKeyEndsTheBatchAtOnce() throws IOException {
    var pipeline =
        new FakePipeline((prompt, before) -> Optional.of(FakePipeline.refused(401, "wrong key")));

    BatchSummary summary = batch(pipeline).concurrency(1).run(rows(1));

    assertThat(summary.stop()).isEqualTo(BatchStop.NOT_AUTHORISED);
    assertThat(summary.reason()).isEqualTo("wrong key");
    assertThat(pipeline.asked()).hasSize(1);
    assertThat(results).isEmpty();
  }

  @Test
  void tenConnectionsThatFailInARowEndTheBatch() throws IOException {
    Failure gone = new Failure.Connection("nobody listens");
    var pipeline = new FakePipeline((prompt, before) -> Optional.of(FakePipeline.failed(gone)));

    BatchSummary summary = batch(pipeline).concurrency(10).run(rows(50));

    assertThat(summary.stop()).isEqualTo(BatchStop.UNREACHABLE);
    assertThat(pipeline.asked()).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void aBatchThatIsStoppedLeavesRowsWithoutAResult() throws IOException {
    var control = new BatchControl();
    var pipeline =
        new FakePipeline(
            (prompt, before) -> {
              control.stop();
              return Optional.empty();
            });

    BatchSummary summary = batch(pipeline).control(control).concurrency(1).run(rows(5));

    assertThat(summary.stop()).isEqualTo(BatchStop.ASKED);
    assertThat(pipeline.asked()).containsExactly("1");
    assertThat(results).isEmpty();
  }

  @Test
  void aBatchEndsBeforeTheRowThatCouldCostTooMuch() throws IOException {
    FakePipeline pipeline = FakePipeline.answering();
    Prices oneEach = Prices.of(new BigDecimal("1000000"), BigDecimal.ZERO);

    BatchSummary summary =
        batch(pipeline)
            .prices(model -> Optional.of(oneEach))
            .mostCost(BigDecimal.valueOf(3))
            .concurrency(1)
            .run(rows(9));

    assertThat(summary.stop()).isEqualTo(BatchStop.COST);
    assertThat(pipeline.asked()).hasSize(3);
    assertThat(summary.cost()).hasValue(new BigDecimal("3"));
  }

  @Test
  void aBatchEndsWhenItHasSentAsManyRowsAsItMay() throws IOException {
    assertThat(batch(FakePipeline.answering()).mostRows(2).run(rows(9)).completed()).isEqualTo(2);
  }

  @Test
  void anIdThatIsGivenTwiceIsRefusedWithBothPlaces() {
    List<Row> rows = List.of(row("a", "1"), row("b", "2"), row("a", "3"));

    assertThatThrownBy(() -> batch(FakePipeline.answering()).run(rows))
        .isInstanceOf(RefusedRowsException.class)
        .hasMessage(
            "the id 'a' is given twice, in row 1 and row 3; give each row an id of its own");
  }

  @Test
  void limitsSpaceTheRows() throws IOException {
    FakePipeline pipeline = FakePipeline.answering();

    BatchSummary summary =
        batch(pipeline).limits(BatchLimits.none().requests(6_000).burst(1)).run(rows(10));

    assertThat(summary.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(90));
  }

  @Test
  void aPublisherDeliversEachResultToItsSubscriber() throws Exception {
    var taken = new CompletableFuture<List<String>>();
    batch(FakePipeline.answering())
        .publisher(rows(40))
        .subscribe(
            new Flow.Subscriber<>() {
              private final List<String> ids = new ArrayList<>();

              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(RowResult result) {
                ids.add(result.row().id());
              }

              @Override
              public void onError(Throwable thrown) {
                taken.completeExceptionally(thrown);
              }

              @Override
              public void onComplete() {
                taken.complete(ids);
              }
            });

    assertThat(taken.get()).hasSize(40).doesNotHaveDuplicates();
  }

  private List<RowErrorKind> kinds() {
    return results.stream().map(result -> result.error().orElseThrow().kind()).toList();
  }

  private Batch batch(FakePipeline pipeline) {
    return Batch.of(pipeline).observer(keeping);
  }

  private static List<Row> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> row("row-" + number, Integer.toString(number)))
        .toList();
  }

  private static Row row(String id, String prompt) {
    return Row.of(id, ChatRequest.of("m", prompt));
  }
}
