package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stream.End;
import io.sluice.stream.Status;
import io.sluice.stream.TestChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** On which threads a run calls its sinks, and how many it needs. */
class PipelineThreadsTest {

  private final Journal journal = new Journal();

  @Test
  void runCallsTheSinksOnTheCallersThread() {
    List<Thread> callers = new ArrayList<>();
    Sink sink = journal.sink("a", call -> callers.add(Thread.currentThread()));

    TestRun.pipeline(TestSource.completing("x"), sink).run(TestRun.REQUEST);

    assertThat(callers).hasSize(5).containsOnly(Thread.currentThread());
  }

  @Test
  void startReturnsBeforeAnySinkIsOpened() {
    List<Runnable> queue = new ArrayList<>();
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.sink("a"))
            .executor(queue::add)
            .build();

    Run run = pipeline.start(TestRun.REQUEST);

    assertThat(journal.lines()).isEmpty();
    runToTheEnd(run, queue);
    assertThat(journal.lines()).endsWith("a.end completed x", "a.close");
  }

  @Test
  void aRunIsQueuedAtMostOnce() {
    List<Runnable> queue = new ArrayList<>();
    var source = new TestSource();
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .to("a", journal.sink("a"))
            .executor(queue::add)
            .build();
    Run run = pipeline.start(TestRun.REQUEST);
    queue.remove(0).run();

    source.say(TestChunk.text("x"));
    source.say(TestChunk.text("y"));
    source.feed().end(new End.Closed());

    runToTheEnd(run, queue);
    assertThat(queue).isEmpty();
  }

  @Test
  void anExecutorThatRunsAtOnceDoesNotBuryTheStack() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing(TestRun.texts(100_000)))
            .to("a", () -> chunk -> {})
            .executor(Runnable::run)
            .build();

    PipelineResult result = pipeline.start(TestRun.REQUEST).result().toCompletableFuture().join();

    assertThat(result.outcome().chunks()).isEqualTo(100_001);
  }

  @Test
  void tenThousandRunsNeedNoThreadEach() {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<TestSource> sources = new ArrayList<>();
      List<CompletableFuture<PipelineResult>> results = new ArrayList<>();
      Pipeline pipeline =
          Pipeline.from(
                  new TestTransport(
                      asked -> {
                        sources.add(new TestSource());
                        return sources.get(sources.size() - 1);
                      }))
              .to("a", () -> chunk -> {})
              .executor(two)
              .build();

      for (int i = 0; i < 10_000; i++) {
        results.add(pipeline.start(TestRun.REQUEST).result().toCompletableFuture());
      }
      for (TestSource source : sources) {
        source.started.await();
        source.say(TestChunk.finish(0));
        source.feed().end(new End.Done());
      }

      assertThat(results)
          .allSatisfy(
              result -> assertThat(result.join().outcome().status()).isEqualTo(Status.COMPLETED));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    } finally {
      two.shutdown();
    }
  }

  /** The first sinks keep their threads until there are as many as there may be. */
  @Test
  void pipelinesShareTheirThreads() {
    int most = Math.max(32, 4 * Runtime.getRuntime().availableProcessors());
    int pipelines = 10 * most;
    var busy = new CountDownLatch(most);
    Set<Thread> callers = ConcurrentHashMap.newKeySet();
    Sink sink =
        chunk -> {
          callers.add(Thread.currentThread());
          busy.countDown();
          TestRun.awaited(busy);
        };

    List<CompletableFuture<PipelineResult>> results = new ArrayList<>();
    for (int i = 0; i < pipelines; i++) {
      Pipeline pipeline = Pipeline.from(TestTransport.completing("x")).to("a", () -> sink).build();
      results.add(pipeline.start(TestRun.REQUEST).result().toCompletableFuture());
    }

    assertThat(results)
        .allSatisfy(
            result -> assertThat(result.join().outcome().status()).isEqualTo(Status.COMPLETED));
    boolean virtual = Runtime.version().feature() >= 24;
    assertThat(callers).hasSize(virtual ? pipelines : most);
  }

  @Test
  void anExecutorThatRefusesEndsTheRunAsFailed() {
    Executor refusing =
        turn -> {
          throw new RejectedExecutionException("shut down");
        };
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing("x"))
            .to("a", journal.sink("a"))
            .executor(refusing)
            .build();

    PipelineResult result = pipeline.start(TestRun.REQUEST).result().toCompletableFuture().join();

    assertThat(result.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(result.outcome().failure().orElseThrow().message())
        .isEqualTo("the executor refused the run: shut down");
    assertThat(journal.lines()).containsExactly("a.close");
  }

  @Test
  void anExecutorThatRefusesMidwayStillLetsSinksEndAndClose() throws InterruptedException {
    var source = new TestSource();
    List<Runnable> queue = new ArrayList<>();
    var shut = new AtomicBoolean();
    Pipeline pipeline =
        Pipeline.from(TestTransport.of(source))
            .to("a", journal.sink("a"))
            .executor(
                turn -> {
                  if (shut.get()) {
                    throw new RejectedExecutionException("shut down");
                  }
                  queue.add(turn);
                })
            .build();
    Run run = pipeline.start(TestRun.REQUEST);
    queue.remove(0).run();
    shut.set(true);

    source.say(TestChunk.text("x"));
    PipelineResult result = run.result().toCompletableFuture().join();

    assertThat(result.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(result.completion().text()).isEqualTo("x");
    assertThat(journal.lines()).containsExactly("a.open", "a.chunk x", "a.end failed x", "a.close");
  }

  /** One turn, or several on a machine so slow that a run hands its thread on. */
  private static void runToTheEnd(Run run, List<Runnable> queue) {
    while (!run.result().toCompletableFuture().isDone()) {
      assertThat(queue).hasSize(1);
      queue.remove(0).run();
    }
  }
}
