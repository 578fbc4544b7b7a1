package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Stops and interrupts, at every moment of a run. */
class PipelineStopTest {

  private final Journal journal = new Journal();

  @Test
  void stopEndsTheRunAtOnceWithTheTextSoFar() throws InterruptedException {
    var source = new TestSource();
    var seen = new CountDownLatch(1);
    Sink sink =
        journal.sink(
            "a",
            call -> {
              if (call.equals("chunk")) {
                seen.countDown();
              }
            });
    Run run = TestRun.pipeline(source, sink).start(TestRun.REQUEST);
    source.started.await();
    source.say(TestChunk.text("x"));
    seen.await();

    run.stop();
    run.stop();
    PipelineResult result = run.result().toCompletableFuture().join();
    run.stop();

    assertThat(result.outcome().status()).isEqualTo(Status.STOPPED);
    assertThat(source.cancelled.getCount()).isZero();
    assertThat(journal.lines())
        .containsExactly("a.open", "a.chunk x", "a.end stopped x", "a.close");
  }

  @Test
  void stopBeforeTheFirstOpenOpensNothing() {
    List<Runnable> queue = new ArrayList<>();
    TestSource source = TestSource.completing("x");
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .to("a", journal.sink("a"))
            .executor(queue::add)
            .build();
    Run run = pipeline.start(TestRun.REQUEST);

    run.stop();
    queue.get(0).run();

    assertThat(run.result().toCompletableFuture().join().outcome().status())
        .isEqualTo(Status.STOPPED);
    assertThat(source.started.getCount()).isEqualTo(1);
    assertThat(journal.lines()).containsExactly("a.close");
  }

  @Test
  void stopWhileASinkBlocksReturnsAtOnceAndTheOthersStillSeeTheChunk() throws Exception {
    TestSource source = TestSource.completing("x", "y");
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Sink blocking =
        journal.sink(
            "a",
            call -> {
              if (call.equals("chunk")) {
                inside.countDown();
                TestRun.awaited(goOn);
              }
            });
    Run run = TestRun.pipeline(source, blocking, journal.sink("b")).start(TestRun.REQUEST);
    inside.await();

    run.stop();
    assertThat(run.result()).isNotCompleted();
    goOn.countDown();
    PipelineResult result = run.result().toCompletableFuture().join();

    assertThat(result.completion().text()).isEqualTo("x");
    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "b.open",
            "a.chunk x",
            "b.chunk x",
            "a.end stopped x",
            "b.end stopped x",
            "b.close",
            "a.close");
  }

  @Test
  void aSinkMayStopTheStreamWhileItOpens() {
    TestSource source = TestSource.completing("x");
    Sink stopping =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            context.stop();
          }

          @Override
          public void onChunk(Chunk chunk) {}
        };

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class,
            () ->
                TestRun.pipeline(source, journal.sink("a"), stopping, journal.sink("c"))
                    .run(TestRun.REQUEST));

    assertThat(thrown.outcome().status()).isEqualTo(Status.STOPPED);
    assertThat(source.started.getCount()).isEqualTo(1);
    assertThat(journal.lines()).containsExactly("a.open", "a.end stopped", "c.close", "a.close");
  }

  @Test
  void interruptingRunStopsItAndSinksNeverSeeTheFlag() {
    var source = new TestSource();
    Thread caller = Thread.currentThread();
    List<Boolean> flags = new ArrayList<>();
    var interruptAfterFirst =
        new Sink() {
          @Override
          public void onChunk(Chunk chunk) {
            caller.interrupt();
          }
        };
    Sink watching = journal.sink("b", call -> flags.add(Thread.currentThread().isInterrupted()));
    Sink feeding =
        journal.sink(
            "c",
            call -> {
              if (call.equals("open")) {
                new Thread(
                        () -> {
                          TestRun.awaited(source.started);
                          source.say(TestChunk.text("x"));
                        })
                    .start();
              }
            });

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class,
            () ->
                TestRun.pipeline(source, interruptAfterFirst, watching, feeding)
                    .run(TestRun.REQUEST));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown.outcome().status()).isEqualTo(Status.STOPPED);
    assertThat(thrown.outcome().completion().text()).isEqualTo("x");
    assertThat(flags).hasSize(4).containsOnly(false);
  }

  @Test
  void interruptingAWaitingRunStopsIt() {
    var source = new TestSource();
    Thread caller = Thread.currentThread();
    new Thread(
            () -> {
              TestRun.awaited(source.started);
              caller.interrupt();
            })
        .start();

    assertThatThrownBy(() -> TestRun.pipeline(source, journal.sink("a")).run(TestRun.REQUEST))
        .hasMessage("stopped after 0 chunks");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(journal.lines()).containsExactly("a.open", "a.end stopped", "a.close");
  }
}
