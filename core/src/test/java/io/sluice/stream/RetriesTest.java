package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a request is sent again, and how long that is waited for. */
class RetriesTest {
  private static final Retries RETRIES = Retries.defaults();

  private final Random random = new Random(7);

  @Test
  void theDelayDoublesWithJitterAndHasACap() {
    Retries many = RETRIES.limit(20);
    for (int attempt = 2; attempt < 20; attempt++) {
      long full = Math.min(8_000, 500L << (attempt - 2));
      assertThat(delay(many, refused(503, Optional.empty()), attempt).toMillis())
          .isBetween(full / 2, full);
    }
  }

  @Test
  void aServerThatNamesAWaitIsGivenThatAndALittleMore() {
    Set<Duration> delays = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      Duration delay = delay(RETRIES, refused(429, Optional.of(Duration.ofSeconds(2))), 2);
      assertThat(delay).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500));
      delays.add(delay);
    }
    assertThat(delays).hasSizeGreaterThan(100);
  }

  @Test
  void noWaitIsShorterThanWithoutTheServersWord() {
    for (int i = 0; i < 100; i++) {
      assertThat(delay(RETRIES, refused(429, Optional.of(Duration.ZERO)), 3))
          .isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
  }

  @Test
  void aServerThatAsksForMoreThanAMinuteIsTakenAtItsWord() {
    Failure busy = refused(429, Optional.of(Duration.ofSeconds(61)));
    assertThat(RETRIES.delay(busy, 2, random)).isEmpty();
  }

  @Test
  void theLimitCountsAttemptsAfterTheFirst() {
    Failure busy = refused(503, Optional.empty());
    assertThat(RETRIES.delay(busy, 3, random)).isPresent();
    assertThat(RETRIES.delay(busy, 4, random)).isEmpty();
    assertThat(Retries.none().delay(busy, 2, random)).isEmpty();
  }

  @Test
  void aConnectionThatFailedIsWorthAnotherAttemptButNotASilentServer() {
    var slow = new Failure.TimedOut(Failure.Timer.CONNECT, Duration.ofSeconds(10));
    var silent = new Failure.TimedOut(Failure.Timer.FIRST_TOKEN, Duration.ofSeconds(10));
    assertThat(RETRIES.delay(new Failure.Connection("reset"), 2, random)).isPresent();
    assertThat(RETRIES.delay(slow, 2, random)).isPresent();
    assertThat(RETRIES.delay(silent, 2, random)).isEmpty();
    assertThat(RETRIES.delay(new Failure.Protocol("no stream", ""), 2, random)).isEmpty();
  }

  private Duration delay(Retries retries, Failure failure, int attempt) {
    return retries.delay(failure, attempt, random).orElseThrow();
  }

  private static Failure refused(int status, Optional<Duration> retryAfter) {
    HttpFailureBuilder refused = Failure.Http.builder(status, "busy");
    retryAfter.ifPresent(refused::retryAfter);
    return refused.build();
  }
}
