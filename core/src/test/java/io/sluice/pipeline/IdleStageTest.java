package io.sluice.pipeline;

import static io.sluice.pipeline.SilentRuns.SECOND;
import static io.sluice.pipeline.TestRun.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.feed.TestSource;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.TestChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a stage may do to the silence that a sink behind it is told of. */
class IdleStageTest {

  private final SilentRuns runs = new SilentRuns();

  @Test
  void aStageMayPassSilenceOrSwallowIt() {
    for (boolean passes : new boolean[] {true, false}) {
      for (Function<Asked, Run> way :
          List.<Function<Asked, Run>>of(this::before, this::beforeAll)) {
        runs.journal.lines().clear();
        var stage = new Asked(passes);
        Run run = way.apply(stage);

        runs.timer.pass(SECOND.multipliedBy(2));

        assertThat(stage.asked).containsExactly(SECOND, SECOND.multipliedBy(2));
        assertThat(runs.journal.lines())
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
        runs.builder(runs.patient("a"), Delivery.through(() -> broken))
            .to("b", runs.journal.sink("b"))
            .build()
            .start(REQUEST);

    runs.timer.pass(SECOND);
    runs.source.say(TestChunk.text("x"));

    run.stop();
    assertThat(run.result().toCompletableFuture().join().sinkFailures())
        .extracting(failure -> failure.phase() + " " + failure.message())
        .containsExactly("IDLE sink 'a': stage 'asked': no patience");
    assertThat(runs.journal.lines())
        .contains("b.chunk x")
        .noneMatch(line -> line.contains("a.idle"));
  }

  private Run before(Stage stage) {
    return runs.builder(TestSource.of(), runs.patient("a"), Delivery.through(() -> stage))
        .build()
        .start(REQUEST);
  }

  private Run beforeAll(Stage stage) {
    return runs.builder(TestSource.of(), runs.patient("a"), Delivery.required())
        .through(() -> stage)
        .build()
        .start(REQUEST);
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
