package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Stopping at every moment. The server is silent each time: that the stop returns, and that the
 * server then sees the connection closed, needs no word of it.
 */
class StreamStopTest {

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  @Test
  void beforeAnythingWasAskedForNothingIsEverSent() throws Exception {
    try (var server = RawServer.playing(peer -> peer.awaitClose());
        var transport = to(server)) {
      ChatStream stream = transport.stream(REQUEST, OPTIONS);
      assertStops(stream, "");
      assertThat(drained(stream).status()).isEqualTo(Status.STOPPED);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void whileHandsAreShaken() throws Exception {
    // The server takes the connection and never speaks TLS.
    try (var server = RawServer.playing(this::awaitClose);
        var transport =
            NettyTransport.builder(Endpoint.of(server.url().replace("http:", "https:")))
                .proxies(Proxies.none())
                .build()) {
      stopOnceReached(transport, OPTIONS, "");
    }
  }

  @Test
  void beforeTheHead() throws Exception {
    assertStops(
        peer -> {
          peer.readRequest();
          awaitClose(peer);
        },
        "");
  }

  @Test
  void beforeTheFirstToken() throws Exception {
    assertStops(
        peer -> {
          peer.readRequest();
          peer.write(HEAD + ": keep-alive\n\n");
          awaitClose(peer);
        },
        "");
  }

  @Test
  void whileTheExplanationOfAnErrorIsAwaited() throws Exception {
    assertStops(
        peer -> {
          peer.readRequest();
          peer.write("HTTP/1.1 400 X\r\nContent-Length: 100\r\n\r\n{\"error\"");
          awaitClose(peer);
        },
        "");
  }

  @Test
  void betweenTwoAttempts() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(response(429, "Retry-After: 50\r\n", ""));
                  peer.awaitClose();
                });
        var transport = to(server)) {
      stopOnceReached(transport, OPTIONS.onRetry(retry -> reached.countDown()), "");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void inTheMiddleTwiceAndFromAnotherThread() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a"));
                  awaitClose(peer);
                });
        var transport = to(server)) {
      ChatStream stream = transport.stream(REQUEST, OPTIONS);
      assertThat(stream.iterator().next().text()).isEqualTo("a");
      CompletableFuture.runAsync(stream::close).join();
      assertStops(stream, "a");
      closed.await();
    }
  }

  @Test
  void behindTheEndNothingChanges() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a") + finish("stop") + DONE);
                  peer.awaitClose();
                });
        var transport = to(server)) {
      ChatStream stream = transport.stream(REQUEST, OPTIONS);
      Outcome before = drained(stream);
      stream.close();
      assertCompleted(before, "a");
      assertThat(drained(stream)).isEqualTo(before);
    }
  }

  /** Stops against completion: whichever is first, there is one end, and all are told the same. */
  @Test
  void aRaceWithTheEndHasOneWinner() throws Exception {
    var stopper = Executors.newSingleThreadExecutor();
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("a") + finish("stop") + DONE);
                  peer.awaitClose();
                });
        var transport = to(server)) {
      for (int round = 0; round < 300; round++) {
        ChatStream stream = transport.stream(REQUEST, OPTIONS);
        var stop = CompletableFuture.runAsync(stream::close, stopper);
        Outcome pulled = drained(stream);
        stop.join();
        assertThat(pulled.status()).isIn(Status.STOPPED, Status.COMPLETED);
        assertThat(stream.outcome().toCompletableFuture().join()).isSameAs(pulled);
      }
    } finally {
      stopper.shutdown();
    }
  }

  private void assertStops(RawServer.Script script, String text) throws Exception {
    try (var server = RawServer.playing(script);
        var transport = to(server)) {
      stopOnceReached(transport, OPTIONS, text);
      closed.await();
    }
  }

  private void stopOnceReached(NettyTransport transport, StreamOptions options, String text)
      throws InterruptedException {
    ChatStream stream = transport.stream(REQUEST, options);
    var reading = CompletableFuture.supplyAsync(() -> drained(stream));
    reached.await();
    assertStops(stream, text);
    assertThat(reading.join().status()).isEqualTo(Status.STOPPED);
  }

  /** The end is decided when the call returns: no server has a say in it. */
  private static void assertStops(ChatStream stream, String text) {
    stream.close();
    Outcome outcome = stream.outcome().toCompletableFuture().getNow(null);
    assertThat(outcome).isNotNull();
    assertThat(outcome.status()).isEqualTo(Status.STOPPED);
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.completion().text()).isEqualTo(text);
  }

  private void awaitClose(RawServer.Peer peer) throws IOException {
    reached.countDown();
    peer.awaitClose();
    closed.countDown();
  }
}
