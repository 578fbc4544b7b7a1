package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.LAST;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retries;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many connections and threads a transport has, against bytes on a socket. */
class TransportSizeTest {

  private static final String WHOLE =
      CHUNKED_HEAD + chunked(text("a") + finish("stop") + DONE) + LAST;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void boundedConnectionsServeManyStreamsInTurn(int loops) throws Exception {
    RawServer.Script keptAlive =
        peer -> {
          while (true) {
            peer.readRequest();
            peer.write(WHOLE);
          }
        };
    try (var server = RawServer.playing(keptAlive);
        var transport = builder(server).connections(2).eventLoops(loops).build()) {
      List<CompletableFuture<String>> answers =
          IntStream.range(0, 40).mapToObj(n -> started(transport)).toList();
      for (CompletableFuture<String> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("a");
      }
      if (loops == 1) {
        assertThat(server.connections()).isBetween(1, 2);
      }
    }
  }

  @Test
  void streamThatFindsNoConnectionFreeFailsAtItsLimit() throws Exception {
    try (var server = RawServer.playing(TransportSizeTest::playUntilClosed);
        var transport = builder(server).connections(1).build();
        ChatStream first = transport.stream(REQUEST)) {
      assertThat(first.iterator().next().text()).isEqualTo("a");

      StreamOptions hasty = OPTIONS.timeouts(Timeouts.defaults().connect(Duration.ofMillis(20)));
      Outcome outcome = drained(transport.stream(REQUEST, hasty));

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.failure().orElseThrow().message())
          .contains("none of 1 connection became free within 20 ms", "allow more connections");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void slotOfAStreamThatIsStoppedIsFreeForTheNext() throws Exception {
    try (var server = RawServer.playing(TransportSizeTest::playUntilClosed);
        var transport = builder(server).connections(1).eventLoops(2).build()) {
      for (int n = 0; n < 5; n++) {
        ChatStream stream = transport.stream(REQUEST);
        assertThat(stream.iterator().next().text()).isEqualTo("a");
        ChatStream impatient = transport.stream(REQUEST);
        var begun = CompletableFuture.runAsync(() -> drained(impatient));
        impatient.close();
        begun.get(20, TimeUnit.SECONDS);
        stream.close();
      }
      assertThat(server.connections()).isEqualTo(5);
    }
  }

  @Test
  void slotOfAServerThatDoesNotAnswerIsGivenBack() throws Exception {
    int port;
    try (var gone = RawServer.playing(TransportSizeTest::playUntilClosed)) {
      port = gone.port();
    }
    try (var transport =
        NettyTransport.builder(Endpoint.of("http://127.0.0.1:" + port + "/v1"))
            .proxies(Proxies.none())
            .connections(1)
            .build()) {
      StreamOptions once = OPTIONS.retries(Retries.none());
      for (int n = 0; n < 3; n++) {
        Outcome outcome = drained(transport.stream(REQUEST, once));
        assertThat(outcome.failure().orElseThrow().message()).contains("nothing answers");
      }
    }
  }

  @Test
  void closingEndsTheStreamsThatWaitForAConnection() throws Exception {
    try (var server = RawServer.playing(TransportSizeTest::playUntilClosed)) {
      var transport = builder(server).connections(1).build();
      ChatStream first = transport.stream(REQUEST);
      first.iterator().next();
      ChatStream second = transport.stream(REQUEST);
      var waiting = CompletableFuture.supplyAsync(() -> drained(second));
      transport.close();

      assertThat(waiting.get(20, TimeUnit.SECONDS).status()).isIn(Status.STOPPED, Status.FAILED);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void fewerIdleConnectionsAreKeptIfThatIsSaid() throws Exception {
    var together = new CountDownLatch(3);
    RawServer.Script once =
        peer -> {
          peer.readRequest();
          together.countDown();
          together.await();
          peer.write(WHOLE);
          peer.awaitClose();
        };
    try (var server = RawServer.playing(once);
        var transport = builder(server).idleConnections(1).build()) {
      List<CompletableFuture<String>> answers =
          IntStream.range(0, 3).mapToObj(n -> started(transport)).toList();
      for (CompletableFuture<String> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("a");
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void manyTransportsHaveTheThreadsOfOne() throws Exception {
    try (var server = RawServer.playing(peer -> answerOnce(peer))) {
      List<NettyTransport> transports = new ArrayList<>();
      transports.add(to(server));
      assertCompleted(drained(transports.get(0).stream(REQUEST)), "a");
      long one = loops();
      for (int n = 1; n < 200; n++) {
        transports.add(to(server));
        assertCompleted(drained(transports.get(n).stream(REQUEST)), "a");
      }
      assertThat(loops()).isEqualTo(one);
      transports.forEach(NettyTransport::close);
    }
  }

  @Test
  void closingATransportHarmsNoOther() throws Exception {
    try (var server = RawServer.playing(TransportSizeTest::playUntilClosed);
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST)) {
      assertThat(stream.iterator().next().text()).isEqualTo("a");
      for (int n = 0; n < 10; n++) {
        var other = to(server);
        other.stream(REQUEST).iterator().next();
        other.close();
      }
      var next = transport.stream(REQUEST);
      assertThat(next.iterator().next().text()).isEqualTo("a");
      assertThat(stream.outcome().toCompletableFuture()).isNotDone();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void sizesThatCannotBeAreRefusedWhereTheyAreSet(int number) {
    NettyTransport.Builder builder = NettyTransport.builder(Endpoint.of("http://h/v1"));

    assertThatThrownBy(() -> builder.connections(number))
        .hasMessage("connections is " + number + "; use 1 or more");
    assertThatThrownBy(() -> builder.idleConnections(number))
        .hasMessage("idle connections is " + number + "; use 1 or more");
    assertThatThrownBy(() -> builder.eventLoops(number))
        .hasMessage("event loops is " + number + "; use 1 or more");
  }

  private static long loops() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sluice-net"))
        .count();
  }

  private static CompletableFuture<String> started(NettyTransport transport) {
    return CompletableFuture.supplyAsync(() -> transport.stream(REQUEST).completion().text());
  }

  private static NettyTransport.Builder builder(RawServer server) {
    return NettyTransport.builder(Endpoint.of(server.url())).proxies(Proxies.none());
  }

  private static void answerOnce(RawServer.Peer peer) throws Exception {
    peer.readRequest();
    peer.write(HEAD + text("a") + finish("stop") + DONE);
  }

  private static void playUntilClosed(RawServer.Peer peer) throws Exception {
    peer.readRequest();
    peer.write(HEAD + text("a"));
    peer.awaitClose();
  }
}
