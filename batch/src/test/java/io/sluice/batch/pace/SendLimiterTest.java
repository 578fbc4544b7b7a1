package io.sluice.batch.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.limit.RateLimits.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SendLimiterTest {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void noMinuteExceedsTheLimitAndTheBurst() {
    var random = new Random(42);
    for (int round = 0; round < 50; round++) {
      long limit = 60L + random.nextInt(5_000);
      long largest = 1L + random.nextInt((int) limit);
      long burst = random.nextBoolean() ? 0 : 1L + random.nextInt(500);
      BatchLimits limits = BatchLimits.none().tokens(limit);
      List<Use> uses =
          played(new SendLimiter(burst == 0 ? limits : limits.burst(burst)), largest, random);

      long most = limit + Math.max(largest, burst == 0 ? limit / 60 + 1 : burst);
      for (Use first : uses) {
        long sum =
            uses.stream()
                .filter(use -> use.at >= first.at && use.at < first.at + MINUTE)
                .mapToLong(use -> use.tokens)
                .sum();
        assertThat(sum)
            .as("limit %d, largest %d, burst %d", limit, largest, burst)
            .isLessThanOrEqualTo(most);
      }
    }
  }

  @Test
  void theLimitIsUsedUpByThoseWhoAlwaysHaveMore() {
    var limiter = new SendLimiter(BatchLimits.none().requests(600));
    var need = new SendNeed(1, 1);
    long now = 0;
    int sent = 0;
    while (now < 2 * MINUTE) {
      now += limiter.wait(need, now);
      limiter.sent(need, now);
      sent++;
    }

    assertThat(sent).isBetween(2 * 600, 2 * 600 + 12);
  }

  @Test
  void whatWasReckonedTooHighIsGivenBack() {
    var limiter = new SendLimiter(BatchLimits.none().tokens(60));
    var need = new SendNeed(10, 50);
    limiter.sent(need, 0);
    assertThat(limiter.wait(new SendNeed(1, 0), 0)).isEqualTo(60 * SECOND);

    limiter.answered(need, new SendNeed(10, 5));

    assertThat(limiter.wait(new SendNeed(1, 0), 0)).isEqualTo(15 * SECOND);
  }

  @Test
  void theSmallerOfFlagAndServerCounts() {
    var limiter = new SendLimiter(BatchLimits.none().requests(100));

    assertThat(limiter.adopt(stated(600, 5), 0)).isTrue();
    assertThat(limiter.adopt(stated(600, 4), 0)).isFalse();
    assertThat(limiter.perMinute(Unit.REQUESTS)).hasValue(100);
    limiter.adopt(stated(60, 4), 0);
    assertThat(limiter.perMinute(Unit.REQUESTS)).hasValue(60);
  }

  @Test
  void nothingRemainingHoldsAllUntilTheReset() {
    var limiter = new SendLimiter(BatchLimits.none());
    limiter.adopt(stated(600, 0), SECOND);

    assertThat(limiter.wait(new SendNeed(1, 1), SECOND)).isEqualTo(7 * SECOND);
    assertThat(limiter.wait(new SendNeed(1, 1), 8 * SECOND)).isZero();
  }

  @Test
  void aLimitThatIsNewCountsWhatIsUnderWay() {
    var limiter = new SendLimiter(BatchLimits.none());
    var need = new SendNeed(1, 1);
    limiter.sent(need, 0);
    limiter.sent(need, 0);
    limiter.answered(need, need);
    limiter.sent(need, 0);
    limiter.adopt(stated(60, 5), 0);
    assertThat(limiter.wait(need, 0)).isEqualTo(2 * SECOND);

    limiter.answered(need, need);

    assertThat(limiter.wait(need, 0)).isEqualTo(2 * SECOND);
  }

  @Test
  void whatExceedsAMinuteGoesAlone() {
    var limiter = new SendLimiter(BatchLimits.none().inputTokens(100));

    assertThat(limiter.isAlone(new SendNeed(101, 0))).isTrue();
    assertThat(limiter.isAlone(new SendNeed(100, 5_000))).isFalse();
    assertThat(limiter.wait(new SendNeed(101, 0), 0)).isZero();
  }

  @Test
  void answersAreForetoldByNineOfTenOfThoseBefore() {
    var limiter = new SendLimiter(BatchLimits.none());
    assertThat(limiter.need(1, OptionalLong.empty()).output()).isEqualTo(256);
    assertThat(limiter.need(1, OptionalLong.of(7)).output()).isEqualTo(7);

    for (int i = 1; i <= 100; i++) {
      limiter.answered(new SendNeed(1, 1), new SendNeed(1, i));
    }

    assertThat(limiter.need(1, OptionalLong.empty()).output()).isEqualTo(90);
  }

  private static RateLimits stated(long limit, long remaining) {
    return RateLimits.builder()
        .limit(
            Unit.REQUESTS,
            new RateLimit(
                OptionalLong.of(limit),
                OptionalLong.of(remaining),
                Optional.of(Duration.ofSeconds(7))))
        .build();
  }

  /** Rows of random sizes, with pauses between them now and then. */
  private static List<Use> played(SendLimiter limiter, long largest, Random random) {
    List<Use> uses = new ArrayList<>();
    long now = random.nextLong() / 4;
    for (int i = 0; i < 200; i++) {
      now += random.nextInt(10) == 0 ? random.nextLong(2 * MINUTE) : 0;
      var need = new SendNeed(1 + random.nextLong(largest), 0);
      now += limiter.wait(need, now);
      limiter.sent(need, now);
      uses.add(new Use(now, need.input()));
    }
    return uses;
  }

  private record Use(long at, long tokens) {}
}
