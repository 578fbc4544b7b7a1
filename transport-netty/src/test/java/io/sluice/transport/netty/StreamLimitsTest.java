package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.assertTimedOut;
import static io.sluice.transport.netty.Streams.outcome;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits on waiting and on size, against bytes on a socket. */
class StreamLimitsTest {

  @Test
  void silenceBeforeTheFirstTokenTimesOut() throws Exception {
    Outcome outcome =
        outcome(
            OPTIONS.timeouts(Timeouts.defaults().firstToken(Duration.ofMillis(150))),
            peer -> {
              peer.readRequest();
              peer.write(HEAD + ": keep-alive\n\n");
              peer.awaitClose();
            });
    assertTimedOut(outcome, Failure.Timer.FIRST_TOKEN);
  }

  @Test
  void silenceInTheMiddleTimesOutWithTheTextSoFar() throws Exception {
    Outcome outcome =
        outcome(
            OPTIONS.timeouts(Timeouts.defaults().idle(Duration.ofMillis(150))),
            peer -> {
              peer.readRequest();
              peer.write(HEAD + text("a"));
              peer.awaitClose();
            });
    assertTimedOut(outcome, Failure.Timer.IDLE);
    assertThat(outcome.completion().text()).isEqualTo("a");
  }

  @Test
  void theTotalLimitEndsAStreamThatIsAlive() throws Exception {
    Outcome outcome =
        outcome(
            OPTIONS.timeouts(Timeouts.defaults().total(Duration.ofMillis(200))),
            peer -> {
              peer.readRequest();
              peer.write(HEAD);
              while (!peer.socket().isClosed()) {
                peer.write(text("a"));
              }
            });
    assertTimedOut(outcome, Failure.Timer.TOTAL);
    // On a busy machine perhaps nothing came in that time.
    assertThat(outcome.completion().text()).matches("a*");
  }

  @Test
  void theHeadWithoutEndIsRefused() throws Exception {
    Outcome outcome =
        outcome(
            peer -> {
              peer.readRequest();
              peer.write("HTTP/1.1 200 OK\r\n");
              while (!peer.socket().isClosed()) {
                peer.write("X-Field: " + "x".repeat(1000) + "\r\n");
              }
            });
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message())
        .isEqualTo("the head of the response is longer than 64 KiB");
  }

  @Test
  void anAnswerWithoutEndIsEndedAtItsBound() throws Exception {
    String mebi = text("x".repeat(1 << 20));
    Outcome outcome =
        outcome(
            peer -> {
              peer.readRequest();
              peer.write(HEAD);
              while (!peer.socket().isClosed()) {
                peer.write(mebi);
              }
            });
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message())
        .isEqualTo("the answer is longer than 67108864 characters");
    assertThat(outcome.completion().text()).hasSize(65 << 20);
  }
}
