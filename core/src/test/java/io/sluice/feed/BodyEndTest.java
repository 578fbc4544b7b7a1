package io.sluice.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.chat.FinishReason;
import io.sluice.json.ChunkBuilder;
import io.sluice.stream.Delta;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Status;
import io.sluice.wire.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a stream ends that only the end of its body ends. */
class BodyEndTest {

  private static final End SILENT = new End.Silent(Failure.Timer.IDLE, Duration.ofSeconds(1));

  @Test
  void aFinishAndTheEndOfTheBodyMakeACompleteAnswer() {
    Verdict verdict = Verdict.of(Dialect.Ending.BODY.of(new End.Closed()), finished());

    assertThat(verdict.status()).isEqualTo(Status.COMPLETED);
    assertThat(verdict.forgiven()).isEmpty();
  }

  @Test
  void aFinishWithoutTheEndOfTheBodyIsNoCompleteAnswer() {
    assertThat(status(Dialect.Ending.BODY.of(new End.Cut("cut")))).isEqualTo(Status.TRUNCATED);
    assertThat(status(Dialect.Ending.BODY.of(SILENT))).isEqualTo(Status.TIMED_OUT);
    assertThat(status(Dialect.Ending.BODY.torn(new End.Closed()))).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void theEndOfTheBodyWithoutAFinishIsNoCompleteAnswer() {
    End end = Dialect.Ending.BODY.of(new End.Closed());

    assertThat(Verdict.of(end, new FinishedChoices()).status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void whereAFinishEndsAnAnswerWhatIsMissingBehindItIsForgiven() {
    assertThat(status(Dialect.Ending.FINISH.of(new End.Cut("cut")))).isEqualTo(Status.COMPLETED);
    assertThat(status(Dialect.Ending.FINISH.torn(new End.Closed()))).isEqualTo(Status.COMPLETED);
  }

  private static Status status(End end) {
    return Verdict.of(end, finished()).status();
  }

  private static FinishedChoices finished() {
    var choices = new FinishedChoices();
    choices.add(
        ChunkBuilder.of(new Delta.Text(0, "a"), new Delta.Finish(0, FinishReason.STOP)).build());
    return choices;
  }
}
