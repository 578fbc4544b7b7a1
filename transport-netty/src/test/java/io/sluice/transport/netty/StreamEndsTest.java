package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.assertTruncated;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.kinds;
import static io.sluice.transport.netty.Streams.outcome;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How a stream ends, rule by rule, against bytes on a socket. */
class StreamEndsTest {

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
    RawServer.Script script = sending(HEAD + text("a") + second + finish("stop"));
    try (var server = RawServer.playing(script);
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST.toBuilder().choices(2).build(), OPTIONS)) {
      assertTruncated(drained(stream), "a");
    }
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
}
