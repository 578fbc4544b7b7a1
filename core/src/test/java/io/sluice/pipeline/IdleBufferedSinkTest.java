package io.sluice.pipeline;

import static io.sluice.pipeline.SilentRuns.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sink.Sink;
import io.sluice.stream.TestChunk;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** When a sink with a queue and a thread of its own is told of silence. */
class IdleBufferedSinkTest {

  private final SilentRuns runs = new SilentRuns();

  @Test
  void aBufferedSinkIsToldOnItsOwnThreadBetweenItsOtherCalls() {
    var told = new CountDownLatch(1);
    Sink sink =
        runs.journal.patient(
            "a",
            SECOND,
            call -> {
              if (call.equals("idle")) {
                told.countDown();
              }
            });
    Run run = runs.start(sink, Delivery.required().buffered(4, Overflow.BLOCK));

    runs.timer.pass(SECOND);
    TestRun.awaited(told);
    run.stop();
    run.result().toCompletableFuture().join();

    assertThat(runs.journal.lines())
        .containsExactly("a.open", "a.idle 1000", "a.end stopped", "a.close");
  }

  @Test
  void aBufferedSinkThatIsBusyIsNotIdle() {
    var busy = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Sink sink =
        runs.journal.patient(
            "a",
            SECOND,
            call -> {
              if (call.equals("chunk")) {
                busy.countDown();
                TestRun.awaited(goOn);
              }
            });
    Run run = runs.start(sink, Delivery.required().buffered(4, Overflow.BLOCK));
    runs.source.say(TestChunk.text("x"));
    TestRun.awaited(busy);

    runs.timer.pass(SECOND.multipliedBy(3));
    goOn.countDown();
    run.stop();
    run.result().toCompletableFuture().join();

    assertThat(runs.journal.lines())
        .containsExactly("a.open", "a.chunk x", "a.end stopped x", "a.close");
  }
}
