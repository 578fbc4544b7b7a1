package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.context.ContextPropagation;
import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.TestChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the caller's thread knows, in every call of a run. */
class ContextPropagationTest {

  private final ThreadLocal<String> trace = ThreadLocal.withInitial(() -> "none");
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final TestTimer timer = new TestTimer();
  private final List<Runnable> queue = new ArrayList<>();
  private final List<StreamOptions> opened = new ArrayList<>();

  @AfterEach
  void shutDown() {
    thread.shutdown();
  }

  @Test
  void everyCallHasTheContextInWhichTheRunWasStarted() {
    var source = TestSource.of();
    trace.set("red");
    Run run = builder(source, Delivery.through(noting("stage")), queue::add).build().start(REQUEST);
    trace.set("blue");
    CompletableFuture<Void> told = run.result().thenRun(() -> note("result")).toCompletableFuture();

    turns();
    opened.get(0).onRetry().accept(new Retry(2, Duration.ZERO, new Failure.Connection("reset")));
    turns();
    timer.pass(Duration.ofSeconds(1));
    turns();
    source.say(TestChunk.text("x"));
    source.feed().end(new End.Closed());
    turns();

    assertThat(told).isCompleted();
    assertThat(seen)
        .containsExactly(
            "made red",
            "stage made red",
            "stage open red",
            "open red",
            "stage retry red",
            "retry red",
            "stage idle red",
            "idle red",
            "stage chunk red",
            "chunk red",
            "stage end red",
            "end red",
            "close red",
            "stage close red",
            "result red");
    assertThat(trace.get()).isEqualTo("blue");
  }

  @Test
  void theThreadOfABufferedSinkHasItToo() {
    trace.set("red");

    builder(
            TestSource.completing("x"),
            Delivery.required().buffered(2, Overflow.BLOCK),
            Runnable::run)
        .build()
        .run(REQUEST);

    assertThat(seen)
        .containsExactly("made red", "open red", "chunk red", "chunk red", "end red", "close red");
  }

  @Test
  void theThreadsOfAnExecutorAreLeftAsTheyWere() throws Exception {
    trace.set("red");
    thread.submit(() -> trace.set("its own")).get();
    Pipeline pipeline = builder(TestSource.completing("x"), Delivery.required(), thread).build();

    pipeline.start(REQUEST).result().toCompletableFuture().join();

    assertThat(thread.submit(trace::get).get()).isEqualTo("its own");
    assertThat(seen).isNotEmpty().allMatch(line -> line.endsWith(" red"));
  }

  @Test
  void runsThatShareAThreadHaveEachTheirOwn() {
    var first = TestSource.of();
    var second = TestSource.of();
    trace.set("red");
    Run red = builder(first, Delivery.required(), queue::add).build().start(REQUEST);
    trace.set("blue");
    Run blue = builder(second, Delivery.required(), queue::add).build().start(REQUEST);
    turns();
    seen.clear();

    second.say(TestChunk.text("x"));
    first.say(TestChunk.text("x"));
    turns();

    assertThat(seen).containsExactly("chunk blue", "chunk red");
    red.stop();
    blue.stop();
    turns();
  }

  @Test
  void anExecutorThatRefusesDoesNotLoseTheContext() {
    trace.set("red");

    builder(
            TestSource.completing("x"),
            Delivery.required(),
            turn -> {
              throw new RejectedExecutionException("shut down");
            })
        .build()
        .start(REQUEST)
        .result()
        .toCompletableFuture()
        .join();

    assertThat(seen).containsExactly("made red", "close red");
  }

  @Test
  void aContextThatCannotBeCapturedStartsNothing() {
    Pipeline pipeline =
        builder(TestSource.completing("x"), Delivery.required(), queue::add)
            .context(
                () -> {
                  throw new IllegalStateException("no context");
                })
            .build();

    assertThatThrownBy(() -> pipeline.start(REQUEST)).hasMessage("no context");
    assertThatThrownBy(() -> pipeline.run(REQUEST)).hasMessage("no context");
    assertThat(seen).isEmpty();
    assertThat(queue).isEmpty();
  }

  @Test
  void aContextThatCannotBeRestoredOrClearedDoesNotHarmTheRun() throws Exception {
    Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    List<ContextPropagation> broken =
        List.of(
            () ->
                () -> {
                  throw new IllegalStateException("not restored");
                },
            () ->
                () ->
                    () -> {
                      throw new IllegalStateException("not cleared");
                    });
    thread
        .submit(
            () ->
                Thread.currentThread()
                    .setUncaughtExceptionHandler((where, thrown) -> uncaught.add(thrown)))
        .get();
    for (ContextPropagation propagation : broken) {
      seen.clear();
      builder(TestSource.completing("x"), Delivery.required(), thread)
          .context(propagation)
          .build()
          .start(REQUEST)
          .result()
          .toCompletableFuture()
          .join();
      assertThat(seen).hasSize(6);
    }

    thread.submit(() -> {}).get();
    assertThat(uncaught).extracting(Throwable::getMessage).contains("not restored", "not cleared");
  }

  private void turns() {
    String before = trace.get();
    trace.set("the executor's");
    while (!queue.isEmpty()) {
      queue.remove(0).run();
      assertThat(trace.get()).isEqualTo("the executor's");
    }
    trace.set(before);
  }

  private Pipeline.Builder builder(TestSource source, Delivery delivery, Executor executor) {
    return Pipeline.from(
            new TestTransport(
                options -> {
                  opened.add(options);
                  return source;
                }))
        .to("a", this::sink, delivery)
        .timer(timer)
        .executor(executor)
        .context(
            () -> {
              String captured = trace.get();
              return () -> {
                String before = trace.get();
                trace.set(captured);
                return () -> trace.set(before);
              };
            });
  }

  private Sink sink() {
    note("made");
    return new Journal().patient("a", Duration.ofSeconds(1), this::note);
  }

  private Supplier<Stage> noting(String name) {
    return () -> {
      note(name + " made");
      return new Noting(call -> note(name + " " + call));
    };
  }

  private void note(String call) {
    seen.add(call + " " + trace.get());
  }

  private record Noting(Consumer<String> note) implements Stage {
    @Override
    public void onOpen(StreamContext context) {
      note.accept("open");
    }

    @Override
    public void onRetry(Retry retry) {
      note.accept("retry");
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      note.accept("chunk");
      outlet.pass(chunk);
    }

    @Override
    public boolean onIdle(Duration silence) {
      note.accept("idle");
      return true;
    }

    @Override
    public void onEnd(Outcome outcome, Outlet outlet) {
      note.accept("end");
    }

    @Override
    public void close() {
      note.accept("close");
    }
  }
}
