package io.sluice.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelMeterTest {
  private static final long SECOND = 1_000_000_000L;
  private final LevelMeter meter = new LevelMeter(List.of());

  /** A level with a second of warm-up, in which a request is due right after it. */
  private void begin() {
    meter.begin(0, 0, SECOND);
    assertThat(meter.due(0, SECOND)).isTrue();
  }

  private void request(long due, long ended, Status status) {
    request(0, due, ended, status);
  }

  private void request(int number, long due, long ended, Status status) {
    meter.due(number, due);
    meter.sent(number, due, due);
    Timing marks =
        Timing.builder().firstToken(Duration.ofMillis(10)).total(Duration.ofMillis(20)).build();
    Usage usage = Usage.builder(new Json("{}")).promptTokens(7).build();
    Outcome.Builder outcome =
        Outcome.builder(status).timing(marks).completion(Completion.builder().usage(usage).build());
    if (status == Status.FAILED) {
      outcome.failure(new Failure.Connection("gone", java.util.Optional.empty()));
    }
    meter.ended(new RequestTimes(number, due, due, due, outcome.build(), 4, 0), ended, 4);
  }

  @Test
  void requestsOfTheWarmUpAndAfterTheWindowAreNotMeasured() {
    begin();
    request(SECOND / 2, 2 * SECOND, Status.COMPLETED);
    request(SECOND, 2 * SECOND, Status.COMPLETED);
    meter.close(3 * SECOND);
    request(3 * SECOND, 4 * SECOND, Status.COMPLETED);

    assertThat(meter.counts().due()).isEqualTo(2);
    assertThat(meter.counts().judged()).isEqualTo(1);
    assertThat(meter.times(Metric.TTFT).count()).isEqualTo(1);
    assertThat(meter.seconds(9 * SECOND)).isEqualTo(2);
  }

  @Test
  void whatCompletesInTheWindowCountsIntoItsRateWheneverItWasDue() {
    begin();
    request(SECOND / 2, 2 * SECOND, Status.COMPLETED);
    request(SECOND / 2, SECOND, Status.COMPLETED);

    assertThat(meter.counts().completed()).isEqualTo(1);
    assertThat(meter.counts().completedGood()).isEqualTo(1);
    assertThat(meter.counts().inputTokens()).isEqualTo(7);
    assertThat(meter.counts().judged()).isZero();
    assertThat(meter.times(Metric.E2E).isEmpty()).isTrue();
  }

  /** Threads may tell of requests in another order than that of their numbers. */
  @Test
  void aRequestBelongsToTheWarmUpByItsNumberAlone() {
    meter.begin(0, 2, 0);
    request(0, 0, SECOND, Status.COMPLETED);
    request(3, 100, SECOND, Status.COMPLETED);
    request(1, 101, SECOND, Status.COMPLETED);
    request(2, 99, SECOND, Status.COMPLETED);

    assertThat(meter.counts().due()).isEqualTo(2);
    assertThat(meter.counts().sent()).isEqualTo(2);
    assertThat(meter.times(Metric.TTFT).count()).isEqualTo(2);
  }

  @Test
  void tokensCountByWhenTheyCome() {
    begin();
    meter.tokens(SECOND / 2, 10);
    meter.tokens(SECOND, 3);
    meter.tokens(2 * SECOND, 4);
    meter.close(2 * SECOND + 1);
    meter.tokens(3 * SECOND, 100);

    assertThat(meter.counts().outputTokens()).isEqualTo(7);
    assertThat(meter.seconds().stream().map(Timeline.Second::tokens))
        .containsExactly(10L, 3L, 4L, 100L);
  }

  @Test
  void whatEndsAfterTheWindowIsMeasuredButNotCountedIntoItsRate() {
    begin();
    meter.close(2 * SECOND);
    request(SECOND, 3 * SECOND, Status.COMPLETED);

    assertThat(meter.counts().completed()).isZero();
    assertThat(meter.counts().completedGood()).isZero();
    assertThat(meter.counts().inputTokens()).isZero();
    assertThat(meter.counts().judged()).isEqualTo(1);
    assertThat(meter.counts().good()).isEqualTo(1);
    assertThat(meter.times(Metric.E2E).count()).isEqualTo(1);
  }

  @Test
  void failuresAreToldByKindAndCutRequestsApart() {
    begin();
    request(SECOND, SECOND, Status.FAILED);
    request(SECOND, SECOND, Status.STOPPED);
    request(SECOND, SECOND, Status.TRUNCATED);

    assertThat(meter.counts().failed()).isEqualTo(2);
    assertThat(meter.counts().failures()).containsKey("truncated");
    assertThat(meter.counts().cut()).isEqualTo(1);
    assertThat(meter.counts().judged()).isEqualTo(2);
    assertThat(meter.counts().good()).isZero();
  }

  @Test
  void whatIsHeldUntilTheEndIsNotBlamedOnTheClient() {
    begin();
    for (int number = 1; number <= 3; number++) {
      meter.due(number, SECOND);
      meter.held(number, SECOND);
    }
    meter.sent(0, SECOND, SECOND);
    meter.released(1, SECOND, 2 * SECOND);
    meter.sent(1, SECOND, 2 * SECOND);
    meter.close(3 * SECOND);
    meter.released(2, SECOND, 4 * SECOND);
    meter.sent(2, SECOND, 4 * SECOND);

    assertThat(meter.counts().due()).isEqualTo(4);
    assertThat(meter.counts().sent()).isEqualTo(2);
    assertThat(meter.counts().held()).isEqualTo(2);
    assertThat(meter.counts().achieved()).isEqualTo(1);
  }

  @Test
  void requestsUnderWayAreWeighedByTime() {
    var flight = new InFlight();
    flight.change(0, 1);
    flight.watchFrom(SECOND);
    flight.change(2 * SECOND, 1);
    flight.change(3 * SECOND, 1);
    flight.change(4 * SECOND, -3);
    flight.watchUntil(5 * SECOND);
    flight.change(6 * SECOND, 100);

    assertThat(flight.mean()).isCloseTo((1 + 2 + 3) / 4.0, within(1e-9));
    assertThat(flight.peak()).isEqualTo(3);
    assertThat(flight.now()).isEqualTo(100);
  }

  @Test
  void answersOfAnotherLengthThanAskedAreTold() {
    begin();
    request(SECOND, SECOND, Status.COMPLETED);
    assertThat(meter.counts().offLength()).isZero();

    Outcome outcome = Outcome.builder(Status.COMPLETED).build();
    meter.ended(new RequestTimes(0, SECOND, SECOND, SECOND, outcome, 94, 0), SECOND, 100);
    meter.ended(new RequestTimes(0, SECOND, SECOND, SECOND, outcome, 96, 0), SECOND, 100);

    assertThat(meter.counts().offLength()).isEqualTo(1);
  }
}
