package io.sluice.transport.netty.call;

import static io.sluice.transport.netty.Streams.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.sluice.stream.Failure.Timer;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits on waiting, by a clock that goes when it is told to. */
class AttemptTimersTest {

  private static final Timeouts LIMITS =
      Timeouts.defaults().firstToken(Duration.ofSeconds(10)).idle(Duration.ofSeconds(5));

  private final MockTicker clock = Ticker.newMockTicker();
  private final EmbeddedChannel channel = EmbeddedChannel.builder().ticker(clock).build();

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void whatKeepsAliveRestartsTheWaitForTheFirstTokenToo() {
    var answer = answer(LIMITS);
    answer.after(9).says(": ping");
    answer.after(9).says(role());
    answer.after(9).isAlive();
    answer.after(1).isTimedOut(Timer.FIRST_TOKEN);
  }

  @Test
  void theFirstTokenIsWaitedForWhateverElseComesIfOneIsToldSo() {
    var answer = answer(LIMITS.comments(Timeouts.Comments.IGNORED));
    answer.after(9).says(": ping");
    answer.says(role());
    answer.after(1);
    answer.isTimedOut(Timer.FIRST_TOKEN);
  }

  @Test
  void anAnswerInOnePieceHasALimitOfItsOwn() {
    var answer =
        answer(StreamOptions.defaults().timeouts(LIMITS.whole(Duration.ofSeconds(20))).whole());
    answer.after(19).says(": ping");
    answer.after(1).isTimedOut(Timer.WHOLE);
  }

  @Test
  void behindTheFirstTokenEachEventBeginsTheWaitAnew() {
    var answer = answer(LIMITS);
    answer.after(9).says(text("a"));
    answer.after(4).says(text("b"));
    answer.after(4).says(text("c"));
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
    assertThat(answer.outcome().completion().text()).isEqualTo("abc");
  }

  @Test
  void whatKeepsAliveIsASignOfLife() {
    var answer = answer(LIMITS);
    answer.says(text("a"));
    answer.after(4).says(": ping");
    answer.after(4).says("");
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void whatKeepsAliveIsNoSignOfLifeIfOneIsToldSo() {
    var answer = answer(LIMITS.comments(Timeouts.Comments.IGNORED));
    answer.says(text("a"));
    answer.after(4).says(": ping");
    answer.says("");
    answer.says(": wrapped up as data");
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void timeStandsStillWhileNobodyReads() {
    var answer = answer(LIMITS);
    for (int i = 0; i < 17; i++) {
      answer.says(text("a")); // The first is taken, and sixteen may wait.
    }
    assertThat(answer.attempt().wantsMore()).isFalse();
    answer.after(3_600).isAlive();
    answer.takes(8);
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void aFinishedAnswerWaitsForItsEndMarker() {
    var answer = answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(text("a"));
    answer.says(finish("stop"));
    answer.after(2).says(text(""));
    answer.after(2).isAlive();
    answer.after(1);
    assertThat(kinds(answer.outcome())).containsExactly(Kind.SILENCE_AFTER_FINISH);
  }

  @Test
  void aFinishBeforeAnythingWasSaidShortensNoWait() {
    var answer = answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(finish("stop"));
    answer.after(4).isAlive();
    answer.says(text("a"));
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
  }

  @Test
  void whoeverCallsToolsMaySpeakOn() {
    var answer = answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(text("a"));
    answer.says(finish("tool_calls"));
    answer.after(4).isAlive();
    answer.says(text("b"));
    answer.says(finish("stop"));
    answer.after(2).isAlive();
    answer.after(1);
    assertThat(answer.outcome().completion().text()).isEqualTo("ab");
    assertThat(kinds(answer.outcome()))
        .containsExactly(Kind.SILENCE_AFTER_FINISH, Kind.DELTA_AFTER_FINISH);
  }

  @Test
  void aDeltaBehindTheFinishRestoresTheWait() {
    var answer = answer(LIMITS.afterFinish(Duration.ofSeconds(3)));
    answer.says(text("a"));
    answer.says(finish("stop"));
    answer.after(2).says(text("b"));
    answer.after(4).isAlive();
    answer.after(1).isTimedOut(Timer.IDLE);
    assertThat(answer.outcome().completion().finishReason()).isEmpty();
  }

  @Test
  void theLastByteBeforeTheLimitCounts() {
    var answer = answer(LIMITS);
    answer.says(text("a"));
    clock.advance(5, TimeUnit.SECONDS);
    answer.says(finish("stop"));
    answer.says("[DONE]");
    channel.runScheduledPendingTasks();
    assertThat(answer.outcome().failure()).isEmpty();
    assertThat(answer.outcome().irregularities()).isEmpty();
  }

  @Test
  void whatComesBehindTheLimitIsTooLate() {
    var answer = answer(LIMITS);
    answer.says(text("a"));
    answer.after(5).says(text("b"));
    answer.isTimedOut(Timer.IDLE);
    assertThat(answer.outcome().completion().text()).isEqualTo("a");
  }

  private TimedAnswer answer(Timeouts limits) {
    return answer(StreamOptions.defaults().timeouts(limits));
  }

  private TimedAnswer answer(StreamOptions options) {
    return new TimedAnswer(options, clock, channel);
  }

  private static String role() {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}";
  }

  private static String text(String text) {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}";
  }

  private static String finish(String reason) {
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
  }
}
