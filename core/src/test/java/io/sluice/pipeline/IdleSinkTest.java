package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** When a sink is told of silence, by a clock that moves when a test says so. */
class IdleSinkTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofNanos(1);

  private final Journal journal = new Journal();
  private final TestTimer timer = new TestTimer();
  private final TestSource source = TestSource.of();
  private final List<StreamOptions> opened = new ArrayList<>();

  @Test
  void aSinkIsToldAgainAndAgainUntilAChunkComes() {
    Run run = start(patient("a"), Delivery.required());

    timer.pass(SECOND.minus(MOMENT));
    assertThat(journal.lines()).containsExactly("a.open");
    timer.pass(MOMENT);
    assertThat(journal.lines()).containsExactly("a.open", "a.idle 1000");
    timer.pass(SECOND);
    source.say(TestChunk.text("x"));
    timer.pass(SECOND.minus(MOMENT));
    assertThat(journal.lines())
        .containsExactly("a.open", "a.idle 1000", "a.idle 2000", "a.chunk x");
    timer.pass(MOMENT);

    assertThat(journal.lines()).endsWith("a.chunk x", "a.idle 1000");
    run.stop();
  }

  @Test
  void everyChunkBeginsTheIntervalAnew() {
    Run run = start(patient("a"), Delivery.required());

    for (int i = 0; i < 10; i++) {
      timer.pass(SECOND.minus(MOMENT));
      source.say(TestChunk.text("x"));
    }
    assertThat(journal.lines()).noneMatch(line -> line.startsWith("a.idle"));

    timer.pass(SECOND);
    assertThat(journal.lines()).endsWith("a.chunk x", "a.idle 1000");
    run.stop();
  }

  @Test
  void aRetryBeginsTheIntervalAnew() {
    Run run = start(patient("a"), Delivery.required());

    timer.pass(SECOND.minus(MOMENT));
    opened.get(0).onRetry().accept(new Retry(2, SECOND, new Failure.Connection("reset")));
    timer.pass(SECOND.minus(MOMENT));
    assertThat(journal.lines()).containsExactly("a.open", "a.retry 2");
    timer.pass(MOMENT);

    assertThat(journal.lines()).endsWith("a.retry 2", "a.idle 1000");
    run.stop();
  }

  @Test
  void eachSinkHasItsOwnIntervalAndOneThatAsksForNoneIsNotTold() {
    Run run =
        builder(patient("a"), Delivery.required())
            .to("b", journal.patient("b", Duration.ofMillis(400), call -> {}))
            .to("c", journal.sink("c"))
            .build()
            .start(REQUEST);

    timer.pass(SECOND);

    assertThat(journal.lines())
        .containsExactly("a.open", "b.open", "c.open", "b.idle 400", "b.idle 800", "a.idle 1000");
    run.stop();
  }

  @Test
  void aSinkThatDoesNotAskCostsNoTimer() {
    Run run = start(journal.sink("a"), Delivery.required());

    assertThat(timer.waiting()).isZero();
    run.stop();
  }

  @Test
  void nothingIsToldAfterTheEnd() {
    Run run = start(patient("a"), Delivery.required());

    source.say(TestChunk.finish(0));
    source.feed().end(new End.Done());
    run.result().toCompletableFuture().join();

    assertThat(timer.waiting()).isZero();
    assertThat(journal.lines()).containsExactly("a.open", "a.chunk", "a.end completed", "a.close");
  }

  @Test
  void aSinkThatThrowsWhenItIsToldIsRetiredAndTheStreamIsCancelled() {
    Sink broken =
        journal.patient(
            "a",
            SECOND,
            call -> {
              if (call.equals("idle")) {
                throw new IOException("the browser has left");
              }
            });
    Run run = start(broken, Delivery.required());

    timer.pass(SECOND);
    PipelineResult result = run.result().toCompletableFuture().join();

    assertThat(result.sinkFailures())
        .extracting(failure -> failure.phase() + " " + failure.message())
        .containsExactly("IDLE sink 'a': the browser has left");
    assertThat(result.outcome().failure().orElseThrow().message())
        .isEqualTo("no sink is left: sink 'a': the browser has left");
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(timer.waiting()).isZero();
    assertThat(journal.lines()).containsExactly("a.open", "a.idle 1000", "a.close");
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
    Run run = start(stopping, Delivery.required());

    timer.pass(SECOND);

    assertThat(run.result().toCompletableFuture().join().outcome().status())
        .isEqualTo(Status.STOPPED);
  }

  @Test
  void anIntervalThatIsTooShortIsASinkThatDoesNotOpen() {
    for (Duration tooShort : List.of(Duration.ofMillis(99), Duration.ZERO, SECOND.negated())) {
      TestSource unread = TestSource.of();
      Run run =
          Pipeline.from(TestTransport.of(unread))
              .to("a", journal.patient("a", tooShort, call -> {}))
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
        start(
            journal.patient("a", Duration.ofSeconds(Long.MAX_VALUE), call -> {}),
            Delivery.required());

    timer.pass(Duration.ofDays(300));

    assertThat(journal.lines()).containsExactly("a.open");
    run.stop();
  }

  @Test
  void aStageMayPassSilenceOrSwallowIt() {
    for (boolean passes : new boolean[] {true, false}) {
      for (Function<Asked, Run> way :
          List.<Function<Asked, Run>>of(this::before, this::beforeAll)) {
        journal.lines().clear();
        var stage = new Asked(passes);
        Run run = way.apply(stage);

        timer.pass(SECOND.multipliedBy(2));

        assertThat(stage.asked).containsExactly(SECOND, SECOND.multipliedBy(2));
        assertThat(journal.lines())
            .hasSize(passes ? 3 : 1)
            .startsWith("a.open")
            .allMatch(line -> line.startsWith("a.open") || line.startsWith("a.idle"));
        run.stop();
      }
    }
  }

  @Test
  void aStageThatThrowsWhenItIsAskedRetiresTheSinksBehindIt() {
    Stage broken =
        new Asked(true) {
          @Override
          public boolean onIdle(Duration silence) {
            throw new IllegalStateException("no patience");
          }
        };
    Run run =
        builder(patient("a"), Delivery.through(() -> broken))
            .to("b", journal.sink("b"))
            .build()
            .start(REQUEST);

    timer.pass(SECOND);
    source.say(TestChunk.text("x"));

    run.stop();
    assertThat(run.result().toCompletableFuture().join().sinkFailures())
        .extracting(failure -> failure.phase() + " " + failure.message())
        .containsExactly("IDLE sink 'a': stage 'asked': no patience");
    assertThat(journal.lines()).contains("b.chunk x").noneMatch(line -> line.contains("a.idle"));
  }

  @Test
  void aBufferedSinkIsToldOnItsOwnThreadBetweenItsOtherCalls() {
    var told = new CountDownLatch(1);
    Sink sink =
        journal.patient(
            "a",
            SECOND,
            call -> {
              if (call.equals("idle")) {
                told.countDown();
              }
            });
    Run run = start(sink, Delivery.required().buffered(4, Overflow.BLOCK));

    timer.pass(SECOND);
    TestRun.awaited(told);
    run.stop();
    run.result().toCompletableFuture().join();

    assertThat(journal.lines())
        .containsExactly("a.open", "a.idle 1000", "a.end stopped", "a.close");
  }

  @Test
  void aBufferedSinkThatIsBusyIsNotIdle() {
    var busy = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Sink sink =
        journal.patient(
            "a",
            SECOND,
            call -> {
              if (call.equals("chunk")) {
                busy.countDown();
                TestRun.awaited(goOn);
              }
            });
    Run run = start(sink, Delivery.required().buffered(4, Overflow.BLOCK));
    source.say(TestChunk.text("x"));
    TestRun.awaited(busy);

    timer.pass(SECOND.multipliedBy(3));
    goOn.countDown();
    run.stop();
    run.result().toCompletableFuture().join();

    assertThat(journal.lines())
        .containsExactly("a.open", "a.chunk x", "a.end stopped x", "a.close");
  }

  private Sink patient(String name) {
    return journal.patient(name, SECOND, call -> {});
  }

  private Run start(Sink sink, Delivery delivery) {
    return builder(sink, delivery).build().start(REQUEST);
  }

  private Run before(Stage stage) {
    return builder(TestSource.of(), patient("a"), Delivery.through(() -> stage))
        .build()
        .start(REQUEST);
  }

  private Run beforeAll(Stage stage) {
    return builder(TestSource.of(), patient("a"), Delivery.required())
        .through(() -> stage)
        .build()
        .start(REQUEST);
  }

  private Pipeline.Builder builder(Sink sink, Delivery delivery) {
    return builder(source, sink, delivery);
  }

  private Pipeline.Builder builder(TestSource answer, Sink sink, Delivery delivery) {
    return Pipeline.from(
            new TestTransport(
                options -> {
                  opened.add(options);
                  return answer;
                }))
        .to("a", sink, delivery)
        .timer(timer)
        .executor(Runnable::run);
  }

  /** Answers always alike. */
  private static class Asked implements Stage {
    private final boolean passes;
    final List<Duration> asked = new ArrayList<>();

    Asked(boolean passes) {
      this.passes = passes;
    }

    @Override
    public String name() {
      return "asked";
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      outlet.pass(chunk);
    }

    @Override
    public boolean onIdle(Duration silence) {
      asked.add(silence);
      return passes;
    }
  }
}
