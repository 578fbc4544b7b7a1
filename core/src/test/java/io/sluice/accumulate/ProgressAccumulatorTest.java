package io.sluice.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Role;
import io.sluice.json.ChunkBuilder;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Progress;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressAccumulatorTest {

  private static final Delta ROLE = new Delta.Role(0, Role.ASSISTANT);
  private static final Delta TEXT = new Delta.Text(0, "Hi");

  private long now;
  private final ProgressAccumulator progress = new ProgressAccumulator(() -> now);

  @Test
  void beforeAnythingCameOnlyTimePasses() {
    pass(300);

    Progress look = progress.result();
    assertThat(look.elapsed()).isEqualTo(Duration.ofMillis(300));
    assertThat(look.chunks()).isZero();
    assertThat(look.sent()).isEmpty();
    assertThat(look.firstToken()).isEmpty();
    assertThat(look.longestGap()).isEmpty();
    assertThat(look.retry()).isEmpty();
    assertThat(look.sinceRetry()).isZero();
    assertThat(look.timing()).isEqualTo(Timing.NONE);
    assertThat(look.outcome()).isEmpty();
    assertThat(look.generating()).isZero();
  }

  @Test
  void requestWasWrittenAsLongAgoAsTheQuickestChunkSays() {
    pass(500);
    add(100, ROLE);
    pass(100);
    add(300, ROLE);
    pass(100);
    add(350, ROLE);

    assertThat(progress.result().sent()).hasValue(Duration.ofMillis(300));
    assertThat(progress.result().chunks()).isEqualTo(3);
  }

  @Test
  void longestGapIsBetweenTwoChunks() {
    add(500, ROLE);
    assertThat(progress.result().longestGap()).isEmpty();
    add(520, TEXT);
    add(560, TEXT);
    add(590, TEXT);

    assertThat(progress.result().longestGap()).hasValue(Duration.ofMillis(40));
  }

  @Test
  void roleIsNoTokenAndTokensComeUntilNow() {
    pass(100);
    add(90, ROLE);
    pass(100);
    add(190, TEXT);
    pass(500);
    add(690, TEXT);
    pass(500);

    Progress look = progress.result();
    assertThat(look.firstToken()).hasValue(Duration.ofMillis(200));
    assertThat(look.timing().firstToken()).hasValue(Duration.ofMillis(190));
    assertThat(look.generating()).isEqualTo(Duration.ofSeconds(1));
    assertThat(look.rate(41)).hasValue(41);
  }

  @Test
  void onceItHasEndedTheClockStandsAndTokensCameUntilTheLast() {
    add(0, TEXT);
    pass(500);
    add(500, TEXT);
    pass(500);
    Outcome outcome = outcome();
    progress.end(outcome);
    pass(1000);
    progress.end();

    Progress look = progress.result();
    assertThat(look.elapsed()).isEqualTo(Duration.ofSeconds(1));
    assertThat(look.outcome()).hasValue(outcome);
    assertThat(look.generating()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void timeSinceARetryIsToldFromTheLast() {
    var second = new Retry(2, Duration.ofSeconds(1), new Failure.Connection("refused"));
    var third = new Retry(3, Duration.ofSeconds(2), new Failure.Connection("refused"));
    pass(100);
    progress.retry(second);
    pass(1000);
    progress.retry(third);
    pass(700);

    assertThat(progress.result().retry()).hasValue(third);
    assertThat(progress.result().sinceRetry()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void lookStaysAsItWas() {
    Progress before = progress.result();
    add(10, TEXT);
    pass(10);

    assertThat(before.chunks()).isZero();
    assertThat(before.elapsed()).isZero();
  }

  @Test
  void oneTokenAndNoTimeHaveNoRate() {
    assertThat(Progress.rate(1, Duration.ofSeconds(1))).isEmpty();
    assertThat(Progress.rate(9, Duration.ofNanos(999_999))).isEmpty();
    assertThat(Progress.rate(9, Duration.ofMillis(1))).hasValue(9000);
  }

  private void pass(long milliseconds) {
    now += Duration.ofMillis(milliseconds).toNanos();
  }

  private void add(long at, Delta delta) {
    progress.add(ChunkBuilder.of(delta).at(Duration.ofMillis(at)).build());
  }

  private static Outcome outcome() {
    return Outcome.builder(Status.COMPLETED).chunks(2).build();
  }
}
