package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.outcome;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retries;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Which calls are made again and which are not, against bytes on a socket. */
class StreamRetriesTest {

  @Test
  void rateLimitsAreRetriedAndTold() throws Exception {
    List<Retry> retries = new CopyOnWriteArrayList<>();
    RawServer.Script limited = sending(response(429, "Retry-After: 0\r\n", "{}"));
    Outcome outcome =
        outcome(
            OPTIONS.onRetry(retries::add),
            limited,
            limited,
            sending(HEAD + text("a") + finish("stop") + DONE));
    assertCompleted(outcome, "a");
    assertThat(outcome.timing().attempts()).isEqualTo(3);
    assertThat(retries).extracting(Retry::attempt).containsExactly(2, 3);
    assertThat(outcome.head().orElseThrow().status()).isEqualTo(200);
  }

  @Test
  void headOfARefusalReachesTheOutcome() throws Exception {
    Outcome outcome =
        outcome(OPTIONS, sending(response(400, "X-RateLimit-Remaining: 7\r\n", "{}")));
    ResponseHead head = outcome.head().orElseThrow();
    assertThat(head.status()).isEqualTo(400);
    assertThat(head.field("x-ratelimit-remaining")).contains("7");
  }

  @Test
  void aFirstEventThatIsARetryableErrorIsRetried() throws Exception {
    Outcome outcome =
        outcome(
            OPTIONS,
            sending(HEAD + error("overloaded", "503") + DONE),
            sending(HEAD + text("a") + finish("stop") + DONE));
    assertCompleted(outcome, "a");
    assertThat(outcome.chunks()).isEqualTo(2);
  }

  @Test
  void anErrorBehindChunksThatSayNothingIsRetriedLikeAStatus() throws Exception {
    String nothing = ": ping\n\n" + role() + usage();
    Outcome outcome =
        outcome(
            OPTIONS,
            sending(HEAD + nothing + error("overloaded", "503") + DONE),
            sending(HEAD + role() + text("a") + finish("stop") + DONE));
    assertCompleted(outcome, "a");
    assertThat(outcome.timing().attempts()).isEqualTo(2);
    assertThat(outcome.chunks()).isEqualTo(3);
  }

  @Test
  void anErrorBehindAnythingThatWasSaidIsNot() throws Exception {
    Outcome outcome =
        outcome(OPTIONS, sending(HEAD + role() + text("a") + error("overloaded", "503") + DONE));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.timing().attempts()).isEqualTo(1);
    assertThat(outcome.completion().text()).isEqualTo("a");
  }

  @Test
  void whatWasHeldBackIsDeliveredWhenNoAttemptIsLeft() throws Exception {
    Outcome outcome =
        outcome(
            OPTIONS.retries(Retries.none()),
            sending(HEAD + role() + usage() + error("overloaded", "503") + DONE));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.chunks()).isEqualTo(3);
    assertThat(outcome.completion().usage()).isPresent();
  }

  @Test
  void moreThanSixtyFourChunksThatSayNothingAreDeliveredAllTheSame() throws Exception {
    Outcome outcome =
        outcome(OPTIONS, sending(HEAD + role().repeat(65) + error("overloaded", "503") + DONE));
    assertThat(outcome.timing().attempts()).isEqualTo(1);
    assertThat(outcome.chunks()).isEqualTo(66);
  }

  @Test
  void aLimitThatTheServerWantsUnderAnotherNameIsSentSo() throws Exception {
    String body =
        "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this"
            + " model. Use 'max_completion_tokens' instead.\"}}";
    var request = REQUEST.toBuilder().maxTokens(50).build();
    try (var server =
            RawServer.playing(
                sending(response(400, "", body)),
                sending(HEAD + text("a") + finish("stop") + DONE));
        var transport = to(server);
        ChatStream stream = transport.stream(request, OPTIONS.retries(Retries.none()))) {
      assertCompleted(drained(stream), "a");
      assertThat(server.requests().get(0).body()).contains("\"max_tokens\":50");
      assertThat(server.requests().get(1).body())
          .contains("\"max_completion_tokens\":50")
          .doesNotContain("\"max_tokens\"");
    }
  }

  @Test
  void aRefusalOfStreamOptionsIsMetOnceByLeavingThemOut() throws Exception {
    String body = "{\"error\":{\"message\":\"unknown field stream_options\"}}";
    try (var server =
            RawServer.playing(
                sending(response(400, "", body)),
                sending(HEAD + text("a") + finish("stop") + DONE));
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST, OPTIONS.retries(Retries.none()))) {
      assertCompleted(drained(stream), "a");
      assertThat(server.requests().get(0).body()).contains("stream_options");
      assertThat(server.requests().get(1).body()).doesNotContain("stream_options");
    }
  }

  @Test
  void aServerThatClosesBeforeTheHeadFailsAfterTheRetries() throws Exception {
    Outcome outcome = outcome(sending(""));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Connection.class);
    assertThat(outcome.timing().attempts()).isEqualTo(3);
  }

  @Test
  void nothingListeningIsOneLine() throws Exception {
    RawServer gone = RawServer.playing(RawServer.Peer::readRequest);
    gone.close();
    try (var transport = to(gone);
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      Outcome outcome = drained(stream);
      assertThat(outcome.failure().orElseThrow().message())
          .isEqualTo("nothing answers at 127.0.0.1:" + gone.port() + "; is the server running?");
    }
  }

  private static String role() {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
  }

  private static String usage() {
    return "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5}}\n\n";
  }
}
