package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.assertTruncated;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.outcome;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.LAST;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.error;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.WireTap;
import io.sluice.wire.Endpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a tap is told is what the server sent, before anything is made of it. */
class WireTapTest {

  private static final String ANSWER = ": hi\r\n\r\n" + text("a") + finish("stop") + DONE;

  private final Heard heard = new Heard();

  @Test
  void theBodyIsToldWithoutHttpsFraming() throws Exception {
    String body = chunked(ANSWER.substring(0, 20)) + chunked(ANSWER.substring(20)) + LAST;

    assertCompleted(outcome(OPTIONS.tap(heard), sending(CHUNKED_HEAD + body)), "a");
    assertThat(heard.untilTheEnd()).isEqualTo(ANSWER);
  }

  @Test
  void whatFollowsTheEndMarkIsToldToo() throws Exception {
    String more = ": and more\n\n";
    RawServer.Script late =
        peer -> {
          peer.readRequest();
          peer.write(HEAD + ANSWER);
          peer.write(more);
          peer.socket().shutdownOutput();
          peer.awaitClose();
        };
    try (var server = RawServer.playing(late);
        var transport = Streams.to(server)) {
      assertCompleted(drained(transport.stream(REQUEST, OPTIONS.tap(heard))), "a");
      assertThat(heard.untilTheEnd()).isEqualTo(ANSWER + more);
    }
  }

  @Test
  void aChunkIsToldBeforeItIsDelivered() throws Exception {
    try (var server = RawServer.playing(sending(HEAD + ANSWER));
        var transport = Streams.to(server);
        ChatStream stream = transport.stream(REQUEST, OPTIONS.tap(heard))) {
      Chunk first = stream.iterator().next();

      assertThat(heard.text()).contains(first.json());
    }
  }

  @Test
  void anAttemptThatIsMadeAgainIsForgotten() throws Exception {
    String unknown = "{\"error\":{\"message\":\"unknown field stream_options\"}}";

    assertCompleted(
        outcome(
            OPTIONS.tap(heard),
            sending(response(503, "", "busy")),
            sending(HEAD + error("overloaded", "503")),
            sending(response(400, "", unknown)),
            sending(HEAD + ANSWER)),
        "a");
    assertThat(heard.untilTheEnd()).isEqualTo(ANSWER);
  }

  @Test
  void aRefusalsBodyIsToldWhole() throws Exception {
    String body = "{\"error\":{\"message\":\"no\",\"code\":\"invalid_api_key\"}}";

    assertThat(outcome(OPTIONS.tap(heard), sending(response(401, "", body))).status())
        .isEqualTo(Status.FAILED);
    assertThat(heard.untilTheEnd()).isEqualTo(body);
  }

  @Test
  void aStreamThatIsCutIsToldUpToTheCut() throws Exception {
    String cut = text("a") + "data: {\"cho";

    assertTruncated(outcome(OPTIONS.tap(heard), sending(HEAD + cut)), "a");
    assertThat(heard.untilTheEnd()).isEqualTo(cut);
  }

  @Test
  void aTapThatThrowsEndsTheStreamAndIsToldNothingMore() throws Exception {
    WireTap broken =
        new Heard() {
          @Override
          public synchronized void bytes(ByteBuffer bytes) {
            super.bytes(bytes);
            throw new IllegalStateException("full");
          }
        };
    RawServer.Script twice =
        peer -> {
          peer.readRequest();
          peer.write(HEAD + text("a"));
          peer.write(text("b") + finish("stop") + DONE);
          peer.socket().shutdownOutput();
          peer.awaitClose();
        };

    Outcome outcome = outcome(OPTIONS.tap(broken), twice);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message())
        .isEqualTo("the tap failed: java.lang.IllegalStateException: full");
  }

  @Test
  void theKeyIsToldToNobody() throws Exception {
    String key = "sk-live-4242";
    try (var server = RawServer.playing(sending(HEAD + text(key) + finish("stop") + DONE));
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()).withKey(key))
                .proxies(Proxies.none())
                .build()) {
      assertCompleted(drained(transport.stream(REQUEST, OPTIONS.tap(heard))), "***");
    }
    assertThat(heard.untilTheEnd()).isEqualTo(text("***") + finish("stop") + DONE);
  }

  /** Keeps what it is told of the last attempt. */
  private static class Heard implements WireTap {
    private final StringBuilder told = new StringBuilder();
    private CountDownLatch ended = new CountDownLatch(1);

    @Override
    public synchronized void sent() {
      told.setLength(0);
      ended = new CountDownLatch(1);
    }

    @Override
    public synchronized void bytes(ByteBuffer bytes) {
      told.append(StandardCharsets.ISO_8859_1.decode(bytes));
    }

    @Override
    public synchronized void end() {
      ended.countDown();
    }

    synchronized String text() {
      return told.toString();
    }

    String untilTheEnd() {
      Streams.await(latch());
      return text();
    }

    private synchronized CountDownLatch latch() {
      return ended;
    }
  }
}
