package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static io.sluice.pipeline.TestRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The promises P1 to P5, P7 and P8 of docs/sink-contract.md, a test or more for each. */
class SinkPromisesTest {

  private final Journal journal = new Journal();

  @Test
  void p1CallsToOneSinkNeverOverlapAndEachHappensBeforeTheNext() {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var inside = new AtomicInteger();
      int[] plain = {0};
      Sink sink =
          chunk -> {
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            plain[0]++;
            assertThat(inside.decrementAndGet()).isZero();
          };
      Pipeline pipeline =
          Pipeline.from(TestTransport.completing(texts(5_000)))
              .to("counter", () -> sink)
              .executor(threads)
              .build();

      PipelineResult result = pipeline.start(REQUEST).result().toCompletableFuture().join();

      assertThat(result.sinkFailures()).isEmpty();
      assertThat(plain[0]).isEqualTo(5_001);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void p1SinksAreNotCalledOnTheThreadThatFeeds() throws InterruptedException {
    var source = new TestSource();
    Set<Thread> callers = ConcurrentHashMap.newKeySet();
    Sink sink = journal.sink("a", call -> callers.add(Thread.currentThread()));
    Run run = Pipeline.from(TestTransport.of(source)).to("a", sink).build().start(REQUEST);
    source.started.await();

    source.say(TestChunk.text("x"));
    source.say(TestChunk.finish(0));
    source.feed().end(new End.Done());
    run.result().toCompletableFuture().join();

    assertThat(journal.lines()).hasSize(5);
    assertThat(callers).doesNotContain(Thread.currentThread());
  }

  @Test
  void p2ChunksComeInOrderAndEachVisitsTheSinksInDeclarationOrder() {
    run(TestTransport.completing("x", "y"), journal.sink("a"), journal.sink("b"));

    assertThat(journal.lines())
        .containsExactly(
            "a.open",
            "b.open",
            "a.chunk x",
            "b.chunk x",
            "a.chunk y",
            "b.chunk y",
            "a.chunk",
            "b.chunk",
            "a.end completed xy",
            "b.end completed xy",
            "b.close",
            "a.close");
  }

  @Test
  void p3EveryOpenReturnsBeforeAnythingIsSent() {
    TestSource source = TestSource.completing("x");
    List<Long> unsent = new ArrayList<>();
    Journal.Deed look =
        call -> {
          if (call.equals("open")) {
            unsent.add(source.started.getCount());
          }
        };

    run(TestTransport.of(source), journal.sink("a", look), journal.sink("b", look));

    assertThat(unsent).containsExactly(1L, 1L);
  }

  @Test
  void p3IfARequiredSinkDoesNotOpenNothingIsSent() {
    TestSource source = TestSource.completing("x");
    var cause = new IOException("answer.md already exists; pass overwrite=true to replace it");

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class,
            () ->
                run(
                    TestTransport.of(source),
                    journal.sink("a"),
                    journal.failing("b", "open", cause),
                    journal.sink("c")));

    assertThat(source.started.getCount()).isEqualTo(1);
    assertThat(thrown.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(thrown.outcome().failure())
        .contains(
            new Failure.Sinks(
                "sink 'b': answer.md already exists; pass overwrite=true to replace it"));
    assertThat(thrown.getSuppressed())
        .singleElement()
        .extracting(Throwable::getCause)
        .isSameAs(cause);
    assertThat(journal.lines())
        .containsExactly("a.open", "b.open", "a.end failed", "c.close", "b.close", "a.close");
  }

  @Test
  void p3AnOptionalSinkThatDoesNotOpenIsOnlyRetired() {
    PipelineResult result =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.failing("a", "open", new IOException("no")), Delivery.optional())
            .to("b", journal.sink("b"))
            .build()
            .run(REQUEST);

    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'a': IOException: no");
    assertThat(journal.lines())
        .containsExactly(
            "a.open", "b.open", "b.chunk x", "b.chunk", "b.end completed x", "b.close", "a.close");
  }

  @Test
  void p4ALiveSinkGetsOneEndHoweverTheStreamEnds() {
    for (End end :
        List.of(
            new End.Done(),
            new End.Closed(),
            new End.Cut("reset"),
            new End.Failed(new Failure.Connection("refused")),
            new End.Silent(Failure.Timer.IDLE, java.time.Duration.ofSeconds(1)))) {
      var one = new Journal();
      Pipeline pipeline =
          Pipeline.from(TestTransport.of(TestSource.of(TestChunk.text("x"), end)))
              .to("a", one.sink("a"))
              .build();

      pipeline.start(REQUEST).result().toCompletableFuture().join();

      assertThat(one.lines()).filteredOn(line -> line.startsWith("a.end")).as("%s", end).hasSize(1);
      assertThat(one.lines()).endsWith("a.close");
    }
  }

  @Test
  void p5EverySinkIsClosedOnceInReverseAlsoIfASupplierThrew() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.sink("a"))
            .to(
                "b",
                () -> {
                  throw new IllegalStateException("cannot make one");
                })
            .to("c", journal.sink("c"))
            .build();

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .isInstanceOf(StreamException.class)
        .hasMessage("failed after 0 chunks: sink 'b': cannot make one");
    assertThat(journal.lines()).containsExactly("c.close", "a.close");
  }

  @Test
  void p5ASupplierThatMakesNothingHasFailedToOpen() {
    Pipeline pipeline = Pipeline.from(TestTransport.completing("x")).to("a", () -> null).build();

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .hasMessage("failed after 0 chunks: sink 'a': its supplier made no sink");
  }

  @Test
  void p7ASinkMayBlockAndNothingPilesUpMeanwhile() throws InterruptedException {
    var source = TestSource.completing(texts(1_000));
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Sink slow =
        journal.sink(
            "a",
            call -> {
              if (call.equals("chunk")) {
                inside.countDown();
                TestRun.awaited(goOn);
              }
            });
    Run run = Pipeline.from(TestTransport.of(source)).to("a", slow).build().start(REQUEST);
    source.started.await();
    inside.await();

    assertThat(source.reads).hasValue(0);
    goOn.countDown();
    PipelineResult result = run.result().toCompletableFuture().join();

    assertThat(result.outcome().chunks()).isEqualTo(1_001);
    assertThat(journal.lines()).hasSize(1_004);
  }

  @Test
  void p8ChunksMayBeKeptAndAreWhatTheOutcomeFolds() {
    List<Chunk> kept = new ArrayList<>();

    PipelineResult result = run(TestTransport.completing("x", "y"), kept::add);

    assertThat(kept).hasSize((int) result.outcome().chunks());
    assertThat(kept.get(0).text() + kept.get(1).text()).isEqualTo(result.completion().text());
  }

  private static String[] texts(int count) {
    String[] texts = new String[count];
    java.util.Arrays.fill(texts, "t");
    return texts;
  }
}
