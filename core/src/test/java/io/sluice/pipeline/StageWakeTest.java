package io.sluice.pipeline;

import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.feed.TestSource;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.TestChunk;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a stage is woken, by a clock that moves when a test says so. */
class StageWakeTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Journal journal = new Journal();
  private final TestTimer timer = new TestTimer();
  private final TestSource source = TestSource.of();

  @Test
  void aStageIsWokenWhenNothingCameForAsLongAsItAsked() {
    Run run = start(new Patient());

    source.say(TestChunk.text("x"));
    timer.pass(SECOND.dividedBy(2));
    source.say(TestChunk.text("y"));
    timer.pass(SECOND.minusNanos(1));
    assertThat(journal.lines()).containsExactly("a.open", "a.chunk x", "a.chunk y");

    timer.pass(Duration.ofNanos(1));
    assertThat(journal.lines()).endsWith("a.chunk y", "a.chunk woken after 1500 ms");
    timer.pass(SECOND.multipliedBy(9));
    assertThat(journal.lines()).endsWith("a.chunk woken after 1500 ms");
    run.stop();
  }

  @Test
  void nothingWakesAStageWhoseStreamHasEnded() {
    Run run = start(new Patient());

    source.say(TestChunk.text("x"));
    source.say(TestChunk.finish(0));
    source.feed().end(new End.Done());

    assertThat(run.result().toCompletableFuture().join().sinkFailures()).isEmpty();
    assertThat(timer.waiting()).isZero();
    timer.pass(SECOND.multipliedBy(9));
    assertThat(journal.lines()).endsWith("a.end completed x", "a.close");
  }

  @Test
  void aStageThatThrowsWhenItIsWokenRetiresItsSink() {
    Run run =
        start(
            new Patient() {
              @Override
              public void onWake(Outlet outlet) throws IOException {
                throw new IOException("woken too early");
              }
            });

    source.say(TestChunk.text("x"));
    timer.pass(SECOND);

    PipelineResult result = run.result().toCompletableFuture().join();
    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'a': stage 'patient': woken too early");
    assertThat(source.cancelled.getCount()).isZero();
  }

  private Run start(Stage stage) {
    return Pipeline.from(TestTransport.of(source))
        .to("a", journal.sink("a"), Delivery.through(() -> stage))
        .timer(timer)
        .executor(Runnable::run)
        .build()
        .start(REQUEST);
  }

  private static class Patient implements Stage {
    @Override
    public String name() {
      return "patient";
    }

    @Override
    public void onChunk(Chunk chunk, Outlet outlet) {
      outlet.pass(chunk);
      outlet.wakeAfter(SECOND);
    }

    @Override
    public void onWake(Outlet outlet) throws IOException {
      outlet.pass(TestChunk.text("woken after " + outlet.elapsed().toMillis() + " ms"));
    }
  }
}
