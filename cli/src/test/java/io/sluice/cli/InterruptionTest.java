package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final Interruption interruption = new Interruption();
  private final AtomicInteger stops = new AtomicInteger();

  @Test
  void theFirstSignalStopsAndTheSecondLeavesAtOnce() {
    interruption.stopBy(stops::incrementAndGet);

    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isTrue();
    assertThat(interruption.raise(ExitCode.TERMINATED)).isFalse();
    assertThat(stops).hasValue(1);
    assertThat(interruption.raised()).contains(ExitCode.INTERRUPTED);
  }

  @Test
  void whereNothingIsUnderWayTheFirstLeavesAtOnce() {
    interruption.stopBy(stops::incrementAndGet);
    interruption.nothingUnderWay();

    assertThat(interruption.raise(ExitCode.TERMINATED)).isFalse();
    assertThat(stops).hasValue(0);
  }
}
