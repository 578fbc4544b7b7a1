package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.LAST;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Connections that are used again, and servers that do not keep what they announce. */
class KeepAliveTest {

  private static final StreamOptions ONCE = StreamOptions.defaults().retries(Retries.none());

  private static final String KEPT =
      Wire.CHUNKED_HEAD.replace("Content-Type", "Keep-Alive: timeout=5, max=100\r\nContent-Type");

  private static final String ANSWER = KEPT + chunked(text("a") + finish("stop") + DONE) + LAST;

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  for (int call = 0; call < 5; call++) {
                    answerOnce(peer);
                  }
                });
        var transport = to(server)) {
      for (int call = 0; call < 5; call++) {
        Outcome outcome = drained(transport.stream(REQUEST, ONCE));
        assertCompleted(outcome, "a");
        assertThat(outcome.timing().connected().isPresent()).isEqualTo(call == 0);
        assertThat(outcome.timing().sent()).isPresent();
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** As llama-server does: each close races with the next request. */
  @Test
  void aServerThatClosesAfterEachAnswerIsNeverNoticed() throws Exception {
    try (var server = RawServer.playing(KeepAliveTest::answerOnce);
        var transport = to(server)) {
      for (int call = 0; call < 1_000; call++) {
        try (ChatStream stream = transport.stream(REQUEST, ONCE)) {
          Outcome outcome = drained(stream);
          assertCompleted(outcome, "a");
          assertThat(outcome.timing().attempts()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aRequestThatWasReadAndNeverAnsweredOnAKeptConnectionIsSentAgainWithoutCounting()
      throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  answerOnce(peer);
                  peer.readRequest();
                },
                KeepAliveTest::answerOnce);
        var transport = to(server)) {
      for (int call = 0; call < 2; call++) {
        try (ChatStream stream = transport.stream(REQUEST, ONCE)) {
          Outcome outcome = drained(stream);
          assertCompleted(outcome, "a");
          assertThat(outcome.timing().attempts()).isEqualTo(1);
          assertThat(outcome.timing().resent()).isEqualTo(call);
          assertThat(outcome.timing().connected()).isPresent();
        }
      }
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void onceAnAnswerHasBegunItIsNotAskedForAgainInSecret() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  answerOnce(peer);
                  peer.readRequest();
                  peer.write("HTTP/1.1 200 O");
                },
                KeepAliveTest::answerOnce);
        var transport = to(server)) {
      drained(transport.stream(REQUEST, ONCE));
      Outcome outcome = drained(transport.stream(REQUEST, ONCE));
      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.failure()).containsInstanceOf(Failure.Connection.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aConnectionOfNoAgeIsNotUsedAgain() throws Exception {
    try (var server = RawServer.playing(KeepAliveTest::answerOnce);
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()))
                .proxies(Proxies.none())
                .connectionAge(Duration.ZERO)
                .build()) {
      for (int call = 0; call < 3; call++) {
        assertCompleted(drained(transport.stream(REQUEST, ONCE)), "a");
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  /** As behind a NAT that forgot them: nothing comes back, and nothing says so. */
  @Test
  void onlyOneCallWaitsForKeptConnectionsThatDiedSilently() throws Exception {
    var first = new CountDownLatch(2);
    RawServer.Script dying =
        peer -> {
          peer.readRequest();
          first.countDown();
          Streams.await(first);
          peer.write(ANSWER);
          peer.awaitClose();
        };
    try (var server = RawServer.playing(dying, dying, KeepAliveTest::answerOnce);
        var transport = to(server)) {
      ChatStream one = transport.stream(REQUEST, ONCE);
      ChatStream two = transport.stream(REQUEST, ONCE);
      CompletableFuture<Outcome> beside = CompletableFuture.supplyAsync(() -> drained(one));
      assertCompleted(drained(two), "a");
      assertCompleted(beside.get(20, TimeUnit.SECONDS), "a");

      Timeouts brief = Timeouts.defaults().firstToken(Duration.ofMillis(200));
      assertThat(drained(transport.stream(REQUEST, ONCE.timeouts(brief))).status())
          .isEqualTo(Status.TIMED_OUT);
      assertCompleted(drained(transport.stream(REQUEST, ONCE)), "a");
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  private static void answerOnce(RawServer.Peer peer) throws IOException {
    peer.readRequest();
    peer.write(ANSWER);
  }
}
