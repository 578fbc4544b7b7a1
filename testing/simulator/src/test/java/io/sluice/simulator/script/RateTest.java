package io.sluice.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

  private static final Step CHUNK = new Step.Event(Mark.CHUNK, ByteBuffer.allocate(1));
  private static final Step EFFORT = new Step.Effort(3);

  @Test
  void eachChunkWaitsItsTurn() {
    assertThat(steps(Rate.perSecond(Script.of(CHUNK, CHUNK, Step.Last.END), 10)))
        .containsExactly(pause(100), CHUNK, pause(100), CHUNK, Step.Last.END);
  }

  @Test
  void whatIsToldAtOnceTakesAsLongAsItsChunksWould() {
    assertThat(steps(Rate.perSecond(Script.of(EFFORT, Step.Last.END), 10)))
        .containsExactly(pause(300), Step.Last.END);
  }

  @Test
  void withoutAPaceNothingWaits() {
    assertThat(steps(Rate.perSecond(Script.of(EFFORT, CHUNK, Step.Last.END), 0)))
        .containsExactly(EFFORT, CHUNK, Step.Last.END);
  }

  private static Step pause(long millis) {
    return new Step.Wait(Duration.ofMillis(millis));
  }

  private static List<Step> steps(Script script) {
    List<Step> steps = new ArrayList<>();
    script.forEachRemaining(steps::add);
    return steps;
  }
}
