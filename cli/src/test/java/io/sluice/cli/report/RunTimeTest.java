package io.sluice.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunTimeTest {
  private final AtomicLong clock = new AtomicLong(77);

  @Test
  void whatPassedBeforeTheAttemptThatAnsweredIsKnown() {
    assertThat(run(Duration.ofMillis(2500)).before(answered(2))).isEqualTo(Duration.ofMillis(2100));
  }

  @Test
  void aSingleAttemptHasNothingBeforeIt() {
    assertThat(run(Duration.ofMillis(2500)).before(answered(1))).isZero();
    assertThat(run(Duration.ofMillis(2500)).before(Timing.NONE)).isZero();
  }

  @Test
  void theTimeOfARecordIsNotThatOfItsReplay() {
    assertThat(run(Duration.ofMillis(3)).before(answered(2))).isZero();
  }

  @SuppressWarnings("NullAway") // The context is not looked at.
  private RunTime run(Duration lasting) {
    var time = new RunTime(clock::get);
    time.onOpen(null);
    clock.addAndGet(lasting.toNanos());
    time.onEnd(Outcome.builder(Status.COMPLETED).build());
    return time;
  }

  private static Timing answered(int attempts) {
    return Timing.builder().attempts(attempts).total(Duration.ofMillis(400)).build();
  }
}
