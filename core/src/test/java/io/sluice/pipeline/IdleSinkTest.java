package io.sluice.pipeline;

import static io.sluice.pipeline.SilentRuns.SECOND;
import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a sink is told of silence. */
class IdleSinkTest {

  private static final Duration MOMENT = Duration.ofNanos(1);

  private final SilentRuns runs = new SilentRuns();

  @Test
  void aSinkIsToldAgainAndAgainUntilAChunkComes() {
    Run run = runs.start(runs.patient("a"), Delivery.required());

    runs.timer.pass(SECOND.minus(MOMENT));
    assertThat(runs.journal.lines()).containsExactly("a.open");
    runs.timer.pass(MOMENT);
    assertThat(runs.journal.lines()).containsExactly("a.open", "a.idle 1000");
    runs.timer.pass(SECOND);
    runs.source.say(TestChunk.text("x"));
    runs.timer.pass(SECOND.minus(MOMENT));
    assertThat(runs.journal.lines())
        .containsExactly("a.open", "a.idle 1000", "a.idle 2000", "a.chunk x");
    runs.timer.pass(MOMENT);

    assertThat(runs.journal.lines()).endsWith("a.chunk x", "a.idle 1000");
    run.stop();
  }

  @Test
  void everyChunkBeginsTheIntervalAnew() {
    Run run = runs.start(runs.patient("a"), Delivery.required());

    for (int i = 0; i < 10; i++) {
      runs.timer.pass(SECOND.minus(MOMENT));
      runs.source.say(TestChunk.text("x"));
    }
    assertThat(runs.journal.lines()).noneMatch(line -> line.startsWith("a.idle"));

    runs.timer.pass(SECOND);
    assertThat(runs.journal.lines()).endsWith("a.chunk x", "a.idle 1000");
    run.stop();
  }

  @Test
  void aRetryBeginsTheIntervalAnew() {
    Run run = runs.start(runs.patient("a"), Delivery.required());

    runs.timer.pass(SECOND.minus(MOMENT));
    runs.opened.get(0).onRetry().accept(new Retry(2, SECOND, new Failure.Connection("reset")));
    runs.timer.pass(SECOND.minus(MOMENT));
    assertThat(runs.journal.lines()).containsExactly("a.open", "a.retry 2");
    runs.timer.pass(MOMENT);

    assertThat(runs.journal.lines()).endsWith("a.retry 2", "a.idle 1000");
    run.stop();
  }

  @Test
  void eachSinkHasItsOwnIntervalAndOneThatAsksForNoneIsNotTold() {
    Run run =
        runs.builder(runs.patient("a"), Delivery.required())
            .to("b", runs.journal.patient("b", Duration.ofMillis(400), call -> {}))
            .to("c", runs.journal.sink("c"))
            .build()
            .start(REQUEST);

    runs.timer.pass(SECOND);

    assertThat(runs.journal.lines())
        .containsExactly("a.open", "b.open", "c.open", "b.idle 400", "b.idle 800", "a.idle 1000");
    run.stop();
  }

  @Test
  void aSinkThatDoesNotAskCostsNoTimer() {
    Run run = runs.start(runs.journal.sink("a"), Delivery.required());

    assertThat(runs.timer.waiting()).isZero();
    run.stop();
  }

  @Test
  void nothingIsToldAfterTheEnd() {
    Run run = runs.start(runs.patient("a"), Delivery.required());

    runs.source.say(TestChunk.finish(0));
    runs.source.feed().end(new End.Done());
    run.result().toCompletableFuture().join();

    assertThat(runs.timer.waiting()).isZero();
    assertThat(runs.journal.lines())
        .containsExactly("a.open", "a.chunk", "a.end completed", "a.close");
  }

  @Test
  void aSinkThatThrowsWhenItIsToldIsRetiredAndTheStreamIsCancelled() {
    Sink broken =
        runs.journal.patient(
            "a",
            SECOND,
            call -> {
              if (call.equals("idle")) {
                throw new IOException("the browser has left");
              }
            });
    Run run = runs.start(broken, Delivery.required());

    runs.timer.pass(SECOND);
    PipelineResult result = run.result().toCompletableFuture().join();

    assertThat(result.sinkFailures())
        .extracting(failure -> failure.phase() + " " + failure.message())
        .containsExactly("IDLE sink 'a': the browser has left");
    assertThat(result.outcome().failure().orElseThrow().message())
        .isEqualTo("no sink is left: sink 'a': the browser has left");
    assertThat(runs.source.cancelled.getCount()).isZero();
    assertThat(runs.timer.waiting()).isZero();
    assertThat(runs.journal.lines()).containsExactly("a.open", "a.idle 1000", "a.close");
  }

  @Test
  void aSinkMayStopTheStreamWhenItIsTold() {
    var stopping =
        new Sink() {
          private Optional<StreamContext> run = Optional.empty();

          @Override
          public void onOpen(StreamContext context) {
            run = Optional.of(context);
          }

          @Override
          public Optional<Duration> idleInterval() {
            return Optional.of(SECOND);
          }

          @Override
          public void onIdle(Duration silence) {
            run.orElseThrow().stop();
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };
    Run run = runs.start(stopping, Delivery.required());

    runs.timer.pass(SECOND);

    assertThat(run.result().toCompletableFuture().join().outcome().status())
        .isEqualTo(Status.STOPPED);
  }

  @Test
  void anIntervalThatIsTooShortIsASinkThatDoesNotOpen() {
    for (Duration tooShort : List.of(Duration.ofMillis(99), Duration.ZERO, SECOND.negated())) {
      TestSource unread = TestSource.of();
      Run run =
          Pipeline.from(TestTransport.of(unread))
              .to("a", runs.journal.patient("a", tooShort, call -> {}))
              .executor(Runnable::run)
              .build()
              .start(REQUEST);

      assertThat(run.result().toCompletableFuture().join().sinkFailures())
          .extracting(failure -> failure.phase() + " " + failure.message())
          .containsExactly(
              "OPEN sink 'a': the idle interval is "
                  + tooShort.toMillis()
                  + " ms; use 100 ms or more");
      assertThat(unread.started.getCount()).isEqualTo(1);
    }
  }

  @Test
  void anIntervalWithoutAnEndIsNeverReached() {
    Run run =
        runs.start(
            runs.journal.patient("a", Duration.ofSeconds(Long.MAX_VALUE), call -> {}),
            Delivery.required());

    runs.timer.pass(Duration.ofDays(300));

    assertThat(runs.journal.lines()).containsExactly("a.open");
    run.stop();
  }
}
