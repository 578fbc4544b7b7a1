package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Completion;
import java.util.List;
import java.util.Optional;
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
    Timing none = Timing.NONE;
    var timing =
        new Timing(
            none.headers(),
            none.firstChunk(),
            none.firstToken(),
            none.firstContent(),
            none.lastToken(),
            none.total(),
            attempts);
    return new Outcome(
        Status.FAILED, Completion.empty(), chunks, timing, List.of(), Optional.empty());
  }
}
