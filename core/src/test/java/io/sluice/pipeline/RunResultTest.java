package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.feed.TestSource;
import io.sluice.stream.End;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose result is no longer awaited. */
class RunResultTest {

  private static final PipelineResult OTHER =
      new PipelineResult(Outcome.builder(Status.FAILED).build(), List.of());

  private final TestSource source = new TestSource();
  private final Run run = TestRun.pipeline(source, chunk -> {}).start(TestRun.REQUEST);

  @Test
  void aFutureThatIsCancelledStopsTheRun() {
    CompletableFuture<PipelineResult> future = run.result().toCompletableFuture();

    assertThat(future.cancel(true)).isTrue();

    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertStopped();
  }

  @Test
  void aFutureThatIsCancelledTakesTheResultFromNoOther() {
    CompletableFuture<PipelineResult> other = run.result().toCompletableFuture();

    run.result().toCompletableFuture().cancel(true);

    assertThat(other.join().outcome().status()).isEqualTo(Status.STOPPED);
  }

  @Test
  void aFutureThatTimesOutStopsTheRun() {
    CompletableFuture<PipelineResult> future =
        run.result().toCompletableFuture().orTimeout(1, TimeUnit.MILLISECONDS);

    assertThatThrownBy(future::join).hasCauseInstanceOf(TimeoutException.class);
    assertStopped();
  }

  @Test
  void aFutureThatIsGivenAnotherResultStopsTheRun() {
    List<Consumer<CompletableFuture<PipelineResult>>> ways =
        List.of(
            future -> future.complete(OTHER),
            future -> future.completeOnTimeout(OTHER, 1, TimeUnit.MILLISECONDS).join());
    for (Consumer<CompletableFuture<PipelineResult>> way : ways) {
      var unread = new TestSource();
      Run left = TestRun.pipeline(unread, chunk -> {}).start(TestRun.REQUEST);

      way.accept(left.result().toCompletableFuture());

      assertThat(statusOf(left)).isEqualTo(Status.STOPPED);
    }
    run.stop();
  }

  @Test
  void aStageThatWasDerivedFromTheResultStopsTheRunToo() {
    List<Function<Run, CompletableFuture<?>>> ways =
        List.of(
            left -> left.result().thenApply(PipelineResult::completion).toCompletableFuture(),
            left -> left.result().whenComplete((result, thrown) -> {}).toCompletableFuture(),
            left ->
                left.result()
                    .thenApply(PipelineResult::outcome)
                    .thenApply(Outcome::status)
                    .toCompletableFuture());
    for (Function<Run, CompletableFuture<?>> way : ways) {
      Run left = TestRun.pipeline(new TestSource(), chunk -> {}).start(TestRun.REQUEST);

      way.apply(left).cancel(false);

      assertThat(statusOf(left)).isEqualTo(Status.STOPPED);
    }
    run.stop();
  }

  @Test
  void aMinimalStageIsNotTiedToTheRun() {
    CompletableFuture<PipelineResult> copy =
        run.result().toCompletableFuture().minimalCompletionStage().toCompletableFuture();
    TestRun.awaited(source.started);

    copy.cancel(true);
    source.say(TestChunk.finish(0));
    source.feed().end(new End.Done());

    assertThat(statusOf(run)).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aRunThatEndsByItselfCompletesEveryStageAndIsNotStopped() {
    Run whole = TestRun.pipeline(TestSource.completing("x"), chunk -> {}).start(TestRun.REQUEST);
    CompletableFuture<Status> derived =
        whole.result().thenApply(result -> result.outcome().status()).toCompletableFuture();

    assertThat(derived.join()).isEqualTo(Status.COMPLETED);
    assertThat(whole.result().toCompletableFuture().cancel(true)).isFalse();
    assertThat(statusOf(whole)).isEqualTo(Status.COMPLETED);
    run.stop();
  }

  private void assertStopped() {
    assertThat(statusOf(run)).isEqualTo(Status.STOPPED);
  }

  private static Status statusOf(Run run) {
    return run.result().toCompletableFuture().join().outcome().status();
  }
}
