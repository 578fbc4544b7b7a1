package io.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.chat.ChatRequest;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.ChatStream;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Feed;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.TestChunk;
import io.sluice.stream.TestSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds of run and start beside the promises to sinks. */
class PipelineRunTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private final Journal journal = new Journal();

  @Test
  void runCallsTheSinksOnTheCallersThread() {
    List<Thread> callers = new ArrayList<>();
    Sink sink = journal.sink("a", call -> callers.add(Thread.currentThread()));

    pipeline(TestSource.completing("x"), sink).run(REQUEST);

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

    Run run = pipeline.start(REQUEST);

    assertThat(journal.lines()).isEmpty();
    assertThat(queue).hasSize(1);
    queue.get(0).run();
    assertThat(run.result()).isCompleted();
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
    Run run = pipeline.start(REQUEST);
    queue.remove(0).run();

    source.feed().chunk(TestChunk.text("x"));
    source.feed().chunk(TestChunk.text("y"));
    source.feed().end(new End.Closed());

    assertThat(queue).hasSize(1);
    queue.remove(0).run();
    assertThat(queue).isEmpty();
    assertThat(run.result()).isCompleted();
  }

  @Test
  void aThreadIsHandedOnWhereOthersWait() {
    List<Runnable> queue = new ArrayList<>();
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing(texts(100)))
            .to("a", journal.sink("a"))
            .executor(queue::add)
            .build();
    Run run = pipeline.start(REQUEST);

    queue.remove(0).run();

    assertThat(journal.lines()).hasSizeLessThan(20);
    int turns = 1;
    while (!queue.isEmpty()) {
      queue.remove(0).run();
      turns++;
    }
    assertThat(turns).isGreaterThan(5);
    assertThat(run.result()).isCompleted();
  }

  @Test
  void anExecutorThatRunsAtOnceDoesNotBuryTheStack() {
    Pipeline pipeline =
        Pipeline.from(TestTransport.completing(texts(100_000)))
            .to("a", () -> chunk -> {})
            .executor(Runnable::run)
            .build();

    PipelineResult result = pipeline.start(REQUEST).result().toCompletableFuture().join();

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
        results.add(pipeline.start(REQUEST).result().toCompletableFuture());
      }
      for (TestSource source : sources) {
        source.started.await();
        source.feed().chunk(TestChunk.finish(0));
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

    PipelineResult result = pipeline.start(REQUEST).result().toCompletableFuture().join();

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
    Run run = pipeline.start(REQUEST);
    queue.remove(0).run();
    shut.set(true);

    source.feed().chunk(TestChunk.text("x"));
    PipelineResult result = run.result().toCompletableFuture().join();

    assertThat(result.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(result.completion().text()).isEqualTo("x");
    assertThat(journal.lines()).containsExactly("a.open", "a.chunk x", "a.end failed x", "a.close");
  }

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
    Run run = pipeline(source, sink).start(REQUEST);
    source.started.await();
    source.feed().chunk(TestChunk.text("x"));
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
    Run run = pipeline.start(REQUEST);

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
                awaited(goOn);
              }
            });
    Run run = pipeline(source, blocking, journal.sink("b")).start(REQUEST);
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
            () -> pipeline(source, journal.sink("a"), stopping, journal.sink("c")).run(REQUEST));

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
                          awaited(source.started);
                          source.feed().chunk(TestChunk.text("x"));
                        })
                    .start();
              }
            });

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class,
            () -> pipeline(source, interruptAfterFirst, watching, feeding).run(REQUEST));

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
              awaited(source.started);
              caller.interrupt();
            })
        .start();

    assertThatThrownBy(() -> pipeline(source, journal.sink("a")).run(REQUEST))
        .hasMessage("stopped after 0 chunks");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(journal.lines()).containsExactly("a.open", "a.end stopped", "a.close");
  }

  @Test
  void retriesReachTheSinksBeforeTheFirstChunk() {
    var retry = new Retry(2, Duration.ZERO, new Failure.Connection("refused"));
    var transport = new TestTransport(asked -> new RetryingSource(asked, retry));

    Run run = Pipeline.from(transport).to("a", journal.sink("a")).build().start(REQUEST);
    run.result().toCompletableFuture().join();

    assertThat(journal.lines())
        .containsExactly("a.open", "a.retry 2", "a.chunk x", "a.end truncated x", "a.close");
  }

  @Test
  void aSinkGivenReadyMadeServesOneRun() {
    Pipeline pipeline = pipeline(TestSource.completing("x"), journal.sink("a"));
    pipeline.run(REQUEST);

    assertThatThrownBy(() -> pipeline.run(REQUEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sink 'a' was given for one run and has had it; give a supplier to run again");
    assertThat(journal.lines()).filteredOn("a.open"::equals).hasSize(1);
  }

  @Test
  void aRequestThatCannotBeExpressedTouchesNoSink() {
    var transport =
        new ChatTransport() {
          @Override
          public ChatStream stream(ChatRequest request, StreamOptions options) {
            throw new IllegalArgumentException("n is 2; use 1");
          }

          @Override
          public String endpoint() {
            return "test";
          }

          @Override
          public void close() {}
        };
    Pipeline pipeline = Pipeline.from(transport).to("a", journal.sink("a")).build();

    assertThatThrownBy(() -> pipeline.start(REQUEST)).hasMessage("n is 2; use 1");
    assertThatThrownBy(() -> pipeline.run(REQUEST)).hasMessage("n is 2; use 1");
    assertThat(journal.lines()).isEmpty();
  }

  @Test
  void nobodyElseCanCompleteTheResult() {
    var source = new TestSource();
    Run run = pipeline(source, journal.sink("a")).start(REQUEST);

    assertThatThrownBy(() -> ((CompletableFuture<PipelineResult>) run.result()).cancel(true))
        .isInstanceOf(UnsupportedOperationException.class);
    run.stop();
    assertThat(run.result().toCompletableFuture().join().outcome().status())
        .isEqualTo(Status.STOPPED);
  }

  @Test
  void sinksAreToldWhatRunTheyBelongTo() {
    List<StreamContext> told = new ArrayList<>();
    var calls = new AtomicInteger();
    Sink sink =
        new Sink() {
          @Override
          public void onOpen(StreamContext context) {
            told.add(context);
          }

          @Override
          public void onChunk(Chunk chunk) {
            calls.incrementAndGet();
          }
        };

    pipeline(TestSource.completing("x"), sink).run(REQUEST);

    assertThat(told.get(0).id()).matches("\\d{8}-\\d{6}-[a-z0-9]{6}");
    assertThat(told.get(0).request()).contains(REQUEST);
    assertThat(told.get(0).endpoint()).isEqualTo("test");
    assertThat(calls).hasValue(2);
  }

  private static Pipeline pipeline(TestSource source, Sink... sinks) {
    Pipeline.Builder builder = Pipeline.from(TestTransport.of(source));
    for (int i = 0; i < sinks.length; i++) {
      builder.to(String.valueOf((char) ('a' + i)), sinks[i]);
    }
    return builder.build();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static String[] texts(int count) {
    String[] texts = new String[count];
    java.util.Arrays.fill(texts, "t");
    return texts;
  }

  /** Reports a retry when it is started, then sends one chunk. */
  private static final class RetryingSource extends TestSource {
    private final StreamOptions asked;
    private final Retry retry;

    RetryingSource(StreamOptions asked, Retry retry) {
      this.asked = asked;
      this.retry = retry;
    }

    @Override
    public void start(Feed feed) {
      asked.onRetry().accept(retry);
      super.start(feed);
      feed.chunk(TestChunk.text("x"));
      feed.end(new End.Closed());
    }
  }
}
