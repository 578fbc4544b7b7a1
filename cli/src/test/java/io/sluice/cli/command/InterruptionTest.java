package io.sluice.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.Interruption.Effect;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final Interruption interruption = new Interruption();
  private final AtomicInteger stops = new AtomicInteger();

  @Test
  void theFirstSignalStopsAndTheSecondLeavesAtOnce() {
    interruption.stopBy(stops::incrementAndGet);

    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.END);
    assertThat(interruption.raise(ExitCode.TERMINATED)).isEqualTo(Effect.LEAVE);
    assertThat(stops).hasValue(1);
    assertThat(interruption.raised()).contains(ExitCode.INTERRUPTED);
  }

  @Test
  void whereNothingIsUnderWayTheFirstLeavesAtOnce() {
    interruption.stopBy(stops::incrementAndGet);
    interruption.nothingUnderWay();

    assertThat(interruption.raise(ExitCode.TERMINATED)).isEqualTo(Effect.LEAVE);
    assertThat(stops).hasValue(0);
  }

  @Test
  void aConversationOutlivesAnInterruptOfEachAnswer() {
    interruption.converse();
    for (int answer = 1; answer <= 2; answer++) {
      interruption.stopBy(stops::incrementAndGet);

      assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.GO_ON);
      assertThat(stops).hasValue(answer);
      interruption.nothingUnderWay();
      assertThat(interruption.takeInterrupt()).isTrue();
    }
    assertThat(interruption.takeInterrupt()).isFalse();
    assertThat(interruption.raised()).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotStopIsLeftByTheSecondInterrupt() {
    interruption.converse();
    interruption.stopBy(stops::incrementAndGet);

    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.GO_ON);
    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.LEAVE);
  }

  @Test
  void betweenAnswersAnInterruptIsRememberedAndOtherSignalsEnd() {
    interruption.converse();

    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.GO_ON);
    assertThat(interruption.takeInterrupt()).isTrue();
    assertThat(interruption.raise(ExitCode.TERMINATED)).isEqualTo(Effect.END);
    assertThat(interruption.takeInterrupt()).isFalse();
    assertThat(interruption.raised()).contains(ExitCode.TERMINATED);
  }

  @Test
  void aQuestionIsInterruptedAgainAndAgain() {
    interruption.converse();
    interruption.askUntilInterruptedBy(stops::incrementAndGet);

    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.GO_ON);
    assertThat(interruption.raise(ExitCode.INTERRUPTED)).isEqualTo(Effect.GO_ON);
    assertThat(interruption.raise(ExitCode.TERMINATED)).isEqualTo(Effect.END);
    assertThat(stops).hasValue(3);
    interruption.asked();
    assertThat(interruption.raise(ExitCode.TERMINATED)).isEqualTo(Effect.LEAVE);
  }
}
