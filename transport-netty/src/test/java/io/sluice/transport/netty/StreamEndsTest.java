package io.sluice.transport.netty;

import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Every rule by which a stream ends, against bytes on a socket. */
class StreamEndsTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "Hello?");

  private static final StreamOptions OPTIONS =
      StreamOptions.defaults().retries(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(2)));

  @Test
  void doneEndsTheStreamThoughTheSocketStaysOpen() throws Exception {
    Outcome outcome =
        outcome(
            peer -> {
              peer.readRequest();
              peer.write(HEAD + text("a") + finish("stop") + DONE);
              peer.awaitClose();
            });
    assertCompleted(outcome, "a");
    assertThat(outcome.irregularities()).isEmpty();
  }

  @Test
  void aBodyThatEndsAfterTheFinishIsComplete() throws Exception {
    Outcome outcome = outcome(sending(HEAD + text("a") + finish("stop")));
    assertCompleted(outcome, "a");
    assertThat(kinds(outcome)).containsExactly(Kind.MISSING_DONE);
  }

  @Test
  void aCutAfterTheFinishIsComplete() throws Exception {
    Outcome outcome = outcome(sending(CHUNKED_HEAD + chunked(text("a") + finish("stop"))));
    assertCompleted(outcome, "a");
    assertThat(kinds(outcome)).containsExactly(Kind.CUT_AFTER_FINISH);
  }

  @Test
  void silenceAfterTheFinishIsComplete() throws Exception {
    Outcome outcome =
        outcome(
            OPTIONS.timeouts(Timeouts.defaults().idle(Duration.ofMillis(100))),
            peer -> {
              peer.readRequest();
              peer.write(HEAD + text("a") + finish("stop"));
              peer.awaitClose();
            });
    assertCompleted(outcome, "a");
    assertThat(kinds(outcome)).containsExactly(Kind.SILENCE_AFTER_FINISH);
  }

  @Test
  void aBodyThatEndsBeforeTheFinishIsTruncated() throws Exception {
    assertTruncated(outcome(sending(HEAD + text("a") + text("b"))), "ab");
    assertTruncated(outcome(sending(CHUNKED_HEAD + chunked(text("a")) + chunked(text("b")))), "ab");
    assertTruncated(outcome(sending(HEAD)), "");
  }

  @Test
  void aResetInTheMiddleIsTruncated() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a"));
                  read.await();
                  peer.reset();
                });
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      assertThat(stream.iterator().next().text()).isEqualTo("a");
      read.countDown();
      assertTruncated(drained(stream), "a");
    }
  }

  @Test
  void oneChoiceOfTwoCutIsTruncated() throws Exception {
    String second = text("b").replace("\"index\":0", "\"index\":1");
    assertTruncated(outcome(sending(HEAD + text("a") + second + finish("stop"))), "a");
  }

  @Test
  void anErrorInTheStreamFailsItWithTheTextSoFar() throws Exception {
    Outcome outcome = outcome(sending(HEAD + text("a") + error("overloaded", "503") + DONE));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.completion().text()).isEqualTo("a");
    assertThat(outcome.failure()).containsInstanceOf(Failure.Provider.class);
    assertThat(outcome.chunks()).isEqualTo(2);
  }

  @Test
  void anErrorAfterTheFinishFailsToo() throws Exception {
    Outcome outcome = outcome(sending(HEAD + text("a") + finish("stop") + error("no", "1") + DONE));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void malformedJsonFails() throws Exception {
    Outcome outcome = outcome(sending(HEAD + text("a") + "data: {\"choices\":[\n\n"));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Protocol.class);
    assertThat(outcome.completion().text()).isEqualTo("a");
  }

  @Test
  void aWebPageFails() throws Exception {
    String page = "<!doctype html><html><title>Log in</title></html>";
    Outcome outcome = outcome(sending(response(200, "Content-Type: text/html\r\n", page)));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Protocol.class);
  }

  @Test
  void aRedirectIsNeverFollowed() throws Exception {
    try (var elsewhere = RawServer.playing(RawServer.Peer::readRequest)) {
      Outcome outcome =
          outcome(
              sending(
                  response(307, "Location: http://127.0.0.1:" + elsewhere.port() + "/\r\n", "")));
      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(((Failure.Http) outcome.failure().orElseThrow()).status()).isEqualTo(307);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void anHttpErrorIsFinalWithItsExplanation() throws Exception {
    String body = "{\"error\":{\"message\":\"bad model\",\"code\":\"model_not_found\"}}";
    Outcome outcome = outcome(sending(response(404, "", body)));
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    var http = (Failure.Http) outcome.failure().orElseThrow();
    assertThat(http.status()).isEqualTo(404);
    assertThat(http.code()).contains("model_not_found");
    assertThat(http.message()).contains("bad model");
    assertThat(outcome.timing().attempts()).isEqualTo(1);
  }

  @Test
  void aKeyThatTheServerEchoesIsNotRepeated() throws Exception {
    String body = "{\"error\":{\"message\":\"no access for hunter2 here\",\"code\":\"hunter2\"}}";
    try (var server = RawServer.playing(sending(response(401, "X-Request-Id: hunter2\r\n", body)));
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()).withKey("hunter2"))
                .proxies(Proxies.none())
                .build();
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      Outcome outcome = drained(stream);
      assertThat(outcome.failure().orElseThrow().message()).contains("no access for *** here");
      assertThat(outcome.toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void anExplanationThatNeverEndsIsUsedAsFarAsItCame() throws Exception {
    String head = "HTTP/1.1 400 Bad\r\nContent-Length: 1000\r\n\r\n";
    Outcome outcome = outcome(sending(head + "{\"error\":{\"message\":\"bad\"}}"));
    var http = (Failure.Http) outcome.failure().orElseThrow();
    assertThat(http.status()).isEqualTo(400);
    assertThat(http.message()).contains("bad");
  }

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
    assertThat(outcome.completion().text()).startsWith("a");
  }

  @Test
  void aStopReturnsWhileTheServerIsSilentAndTheServerSeesIt() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a"));
                  peer.awaitClose();
                  seen.countDown();
                });
        var transport = to(server)) {
      ChatStream stream = transport.stream(REQUEST, OPTIONS);
      assertThat(stream.iterator().next().text()).isEqualTo("a");
      stream.close();
      stream.close();
      Outcome outcome = stream.outcome().toCompletableFuture().join();
      assertThat(outcome.status()).isEqualTo(Status.STOPPED);
      assertThat(outcome.completion().text()).isEqualTo("a");
      seen.await();
    }
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

  private static RawServer.Script sending(String bytes) {
    return peer -> {
      peer.readRequest();
      peer.write(bytes);
      peer.socket().shutdownOutput();
      peer.awaitClose();
    };
  }

  private static Outcome outcome(RawServer.Script... scripts) throws Exception {
    return outcome(OPTIONS, scripts);
  }

  private static Outcome outcome(StreamOptions options, RawServer.Script... scripts)
      throws Exception {
    try (var server = RawServer.playing(scripts);
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST, options)) {
      return drained(stream);
    }
  }

  private static Outcome drained(ChatStream stream) {
    try {
      stream.completion();
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }

  private static NettyTransport to(RawServer server) {
    return NettyTransport.builder(Endpoint.of(server.url())).proxies(Proxies.none()).build();
  }

  private static List<Kind> kinds(Outcome outcome) {
    return outcome.irregularities().stream().map(Irregularity::kind).toList();
  }

  private static void assertCompleted(Outcome outcome, String text) {
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo(text);
  }

  private static void assertTruncated(Outcome outcome, String text) {
    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().text()).isEqualTo(text);
    assertThat(outcome.failure()).containsInstanceOf(Failure.Connection.class);
  }

  private static void assertTimedOut(Outcome outcome, Failure.Timer which) {
    assertThat(outcome.status()).isEqualTo(Status.TIMED_OUT);
    assertThat(outcome.failure())
        .get()
        .isInstanceOfSatisfying(
            Failure.TimedOut.class, failure -> assertThat(failure.which()).isEqualTo(which));
  }
}
