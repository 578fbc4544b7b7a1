package io.sluice.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.bench.measure.Objective.Judgement;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTimesTest {
  private static final Timing MARKS =
      Timing.builder()
          .attempts(1)
          .sent(Duration.ofMillis(30))
          .connected(Duration.ofMillis(25))
          .headers(Duration.ofMillis(50))
          .firstToken(Duration.ofMillis(100))
          .firstContent(Duration.ofMillis(300))
          .lastToken(Duration.ofMillis(500))
          .total(Duration.ofMillis(510))
          .build();

  /** Due at 1 s, issued 10 ms later, written 30 ms after that. */
  private static RequestTimes request(Status status, Timing marks, long tokens) {
    Outcome outcome = Outcome.builder(status).timing(marks).build();
    return new RequestTimes(
        0, millis(1000), millis(1004), millis(1010), outcome, tokens, millis(7));
  }

  @Test
  void latenciesCountFromWhenTheRequestWasDue() {
    RequestTimes request = request(Status.COMPLETED, MARKS, 5);

    assertThat(request.time(Metric.TTFB)).isEqualTo(time(90));
    assertThat(request.time(Metric.TTFT)).isEqualTo(time(140));
    assertThat(request.time(Metric.TTFC)).isEqualTo(time(340));
    assertThat(request.time(Metric.E2E)).isEqualTo(time(550));
  }

  /** A refusal comes at once, and so would flatter the server. */
  @Test
  void aRefusalHasNoTimeToTheHeadOfAnAnswer() {
    Outcome refused =
        Outcome.builder(Status.FAILED)
            .timing(MARKS)
            .failure(Failure.Http.builder(429, "too many").build())
            .build();
    Outcome broken =
        Outcome.builder(Status.FAILED)
            .timing(MARKS)
            .failure(new Failure.Connection("gone", Optional.empty()))
            .build();

    assertThat(new RequestTimes(0, 0, 0, 0, refused, 0, 0).time(Metric.TTFB)).isEmpty();
    assertThat(new RequestTimes(0, 0, 0, 0, broken, 0, 0).time(Metric.TTFB)).isPresent();
  }

  @Test
  void serviceTimesCountFromWhenItWasWritten() {
    RequestTimes request = request(Status.COMPLETED, MARKS, 5);

    assertThat(request.time(Metric.SERVICE_TTFT)).isEqualTo(time(100));
    assertThat(request.time(Metric.SERVICE_E2E)).isEqualTo(time(510));
  }

  @Test
  void whatWasHeldIsLateForTheClientOnlySinceItCouldBeSent() {
    RequestTimes request = request(Status.COMPLETED, MARKS, 5);

    assertThat(request.scheduleDelay()).isEqualTo(millis(15));
    assertThat(request.clientDelay()).isEqualTo(millis(11));
  }

  @Test
  void connectingIsToldApartFromTheDelay() {
    RequestTimes request = request(Status.COMPLETED, MARKS, 5);

    assertThat(request.time(Metric.CONNECT)).isEqualTo(time(25));
    assertThat(request.time(Metric.SCHEDULE_DELAY)).isEqualTo(time(15));
  }

  @Test
  void theTimeOfATokenIsThatOfThoseAfterTheFirst() {
    assertThat(request(Status.COMPLETED, MARKS, 5).time(Metric.TPOT)).isEqualTo(time(100));
    assertThat(request(Status.COMPLETED, MARKS, 1).time(Metric.TPOT)).isEmpty();
  }

  @Test
  void whatEndedEarlyHasNoTimeToItsEnd() {
    RequestTimes cut = request(Status.STOPPED, MARKS, 5);

    assertThat(cut.time(Metric.E2E)).isEmpty();
    assertThat(cut.time(Metric.TPOT)).isEmpty();
    assertThat(cut.time(Metric.TTFT)).isEqualTo(time(140));
  }

  @Test
  void aRequestIsGoodIfItMeetsEveryObjective() {
    RequestTimes request = request(Status.COMPLETED, MARKS, 5);

    assertThat(judged("ttft<141ms,tpot<101ms", request)).isEqualTo(Judgement.GOOD);
    assertThat(judged("ttft<140ms", request)).isEqualTo(Judgement.BAD);
    assertThat(judged("ttft<141ms,tpot<1ms", request)).isEqualTo(Judgement.BAD);
    assertThat(Objective.judge(List.of(), request)).isEqualTo(Judgement.GOOD);
  }

  @Test
  void errorsAreBadAndRequestsThatWeCutCountForNothing() {
    assertThat(judged("ttft<10s", request(Status.FAILED, MARKS, 5))).isEqualTo(Judgement.BAD);
    assertThat(judged("ttft<10s", request(Status.TRUNCATED, MARKS, 5))).isEqualTo(Judgement.BAD);
    assertThat(judged("ttft<10s", request(Status.STOPPED, MARKS, 5))).isEqualTo(Judgement.NONE);
  }

  @Test
  void anAnswerOfOneTokenCannotBeJudgedByTheTimeOfATokenButCanBeBad() {
    RequestTimes one = request(Status.COMPLETED, MARKS, 1);

    assertThat(judged("tpot<50ms", one)).isEqualTo(Judgement.NONE);
    assertThat(judged("tpot<50ms,ttft<1ms", one)).isEqualTo(Judgement.BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ttft", "ttft<", "ttft>5ms", "speed<5ms", "ttft<five", "itl<50ms"})
  void whatIsNoObjectiveIsRefused(String text) {
    assertThatThrownBy(() -> Objective.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Judgement judged(String objectives, RequestTimes request) {
    return Objective.judge(Objective.parse(objectives), request);
  }

  private static OptionalLong time(long millis) {
    return OptionalLong.of(millis(millis));
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
