package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  @ParameterizedTest
  @CsvSource({"0,0,false", "0,1,true", "3,1,true", "3,0,true"})
  void aRequestOrAChunkOfARecordCountsAsSent(long chunks, int attempts, boolean sent) {
    assertThat(outcome(chunks, attempts).wasSent()).isEqualTo(sent);
  }

  @Test
  void aStatusIsReadWithoutUnderscores() {
    assertThat(Status.TIMED_OUT.text()).isEqualTo("timed out");
    assertThat(Status.COMPLETED.text()).isEqualTo("completed");
  }

  private static Outcome outcome(long chunks, int attempts) {
    Timing timing = Timing.builder().attempts(attempts).build();
    return Outcome.builder(Status.FAILED).chunks(chunks).timing(timing).build();
  }
}
