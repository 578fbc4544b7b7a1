package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.feed.TestSource;
import io.sluice.sink.Sink;
import io.sluice.stage.StageTimer;
import io.sluice.stream.End;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Silence, chunks, stops and the end at the same time: the grammar of calls holds in every order.
 */
class IdleRaceTest {

  private static final int RUNS = 150;
  private static final String GRAMMAR = "open (retry |idle )*(chunk |idle )*(end )?close ";

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final ExecutorService clock = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
    clock.shutdownNow();
  }

  @Test
  void silenceRacesWithChunksAndTheEnd() {
    race(
        (run, source) -> {
          source.say(TestChunk.finish(0));
          source.feed().end(new End.Done());
        });
  }

  @Test
  void silenceRacesWithChunksAndAStop() {
    race((run, source) -> run.stop());
  }

  @Test
  void silenceRacesWithAFutureThatIsCancelled() {
    race((run, source) -> run.result().toCompletableFuture().cancel(true));
  }

  private void race(Ending ending) {
    for (int seed = 0; seed < RUNS; seed++) {
      var random = new Random(seed);
      for (Delivery delivery :
          List.of(
              Delivery.required(),
              Delivery.required().buffered(1 + random.nextInt(3), Overflow.BLOCK),
              Delivery.through(() -> (chunk, outlet) -> outlet.pass(chunk)))) {
        race(delivery, random, ending);
      }
    }
  }

  /** The sink throws in some runs, once it has been told of silence. */
  private void race(Delivery delivery, Random random, Ending ending) {
    var source = new TestSource();
    var sink = new Strict(random.nextInt(4) == 0 ? 1 + random.nextInt(5) : Integer.MAX_VALUE);
    Run run =
        Pipeline.from(TestTransport.of(source))
            .to("a", sink.sink(), delivery)
            .timer(new Hasty())
            .executor(threads)
            .build()
            .start(REQUEST);
    CompletableFuture<PipelineResult> result = run.result().toCompletableFuture();
    TestRun.awaited(source.started);
    for (int chunks = random.nextInt(20); chunks > 0; chunks--) {
      source.say(TestChunk.text("x"));
    }
    TestRun.awaited(sink.told);
    ending.of(run, source);

    result.join();
    assertThat(sink.overlapped).isFalse();
    assertThat(sink.calls()).matches(GRAMMAR).contains("idle ");
  }

  @FunctionalInterface
  private interface Ending {
    void of(Run run, TestSource source);
  }

  /** A timer whose delays are over as soon as its thread comes to them. */
  private final class Hasty implements StageTimer {
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanoTime() {
      return now.get();
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
      var cancelled = new AtomicBoolean();
      clock.execute(
          () -> {
            now.addAndGet(delay.toNanos());
            if (!cancelled.get()) {
              task.run();
            }
          });
      return () -> cancelled.set(true);
    }
  }

  /** Notices calls that overlap. */
  private static final class Strict {
    private final Journal journal = new Journal();
    private final AtomicInteger inside = new AtomicInteger();
    private final int throwsAfter;
    private int silences;
    final CountDownLatch told = new CountDownLatch(1);
    final AtomicBoolean overlapped = new AtomicBoolean();

    Strict(int throwsAfter) {
      this.throwsAfter = throwsAfter;
    }

    Sink sink() {
      return journal.patient("a", Duration.ofSeconds(1), this::call);
    }

    String calls() {
      var calls = new StringBuilder();
      journal.lines().forEach(line -> calls.append(line.split("[. ]", 3)[1]).append(' '));
      return calls.toString();
    }

    private void call(String name) throws IOException {
      if (inside.incrementAndGet() != 1) {
        overlapped.set(true);
      }
      try {
        if (name.equals("idle")) {
          told.countDown();
          if (++silences >= throwsAfter) {
            throw new IOException("no patience");
          }
        }
      } finally {
        inside.decrementAndGet();
      }
    }
  }
}
