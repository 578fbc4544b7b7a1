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
}
