package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.outcome;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Streams.to;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.limit.RateLimit;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What becomes of the head of an answer, against bytes on a socket. */
class HeadsTest {

  private static final String FIELDS =
      """
      X-Request-Id: req-1
      X-RateLimit-Limit-Requests: 500
      X-RateLimit-Remaining-Requests: 499
      X-RateLimit-Reset-Requests: 120ms
      Set-Cookie: session=s3cret
      Location: https://example.com/?sig=s3cret
      X-Echo: Bearer sk-live-4242
      """
          .replace("\n", "\r\n");

  private static final String ANSWER =
      HEAD.replace("Connection: close\r\n", "Connection: close\r\n" + FIELDS)
          + text("a")
          + finish("stop")
          + DONE;

  @Test
  void headOfAGoodAnswerReachesTheOutcomeWithoutSecrets() throws Exception {
    try (var server = RawServer.playing(sending(ANSWER));
        var transport =
            NettyTransport.builder(Endpoint.of(server.url()).withKey("sk-live-4242"))
                .proxies(Proxies.none())
                .build()) {
      ResponseHead head = drained(transport.stream(REQUEST)).head().orElseThrow();

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.requestId()).contains("req-1");
      assertThat(head.limits().orElseThrow().requests())
          .contains(
              new RateLimit(
                  OptionalLong.of(500), OptionalLong.of(499), Optional.of(Duration.ofMillis(120))));
      assertThat(head.field("x-echo")).contains("Bearer ***");
      assertThat(head.toString()).doesNotContain("s3cret", "sk-live");
    }
  }

  @Test
  void eachResponseIsToldBeforeTheFirstChunk() throws Exception {
    List<Integer> told = new CopyOnWriteArrayList<>();
    StreamOptions options = OPTIONS.onHead(head -> told.add(head.status()));
    try (var server =
            RawServer.playing(sending(response(429, "Retry-After: 0\r\n", "{}")), sending(ANSWER));
        var transport = to(server);
        var stream = transport.stream(REQUEST, options)) {
      stream.iterator().next();

      assertThat(told).containsExactly(429, 200);
    }
  }

  @Test
  void observerOfHeadsThatThrowsFailsTheStream() throws Exception {
    StreamOptions options =
        OPTIONS.onHead(
            head -> {
              throw new IllegalStateException("mine");
            });
    Outcome outcome = outcome(options, sending(ANSWER));

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message()).contains("the observer of heads", "mine");
  }

  @Test
  void sinkSeesTheHeadFromTheFirstChunkOn() throws Exception {
    var sink = new Onlooker();
    try (var server = RawServer.playing(sending(ANSWER));
        var transport = to(server)) {
      Pipeline.from(transport).to("onlooker", sink).build().run(REQUEST);
    }
    assertThat(sink.ids).containsExactly("none", "req-1", "req-1");
  }

  private static final class Onlooker implements Sink {
    private final List<String> ids = new ArrayList<>();
    private Optional<StreamContext> context = Optional.empty();

    @Override
    public void onOpen(StreamContext run) {
      context = Optional.of(run);
      note();
    }

    @Override
    public void onChunk(Chunk chunk) {
      note();
    }

    private void note() {
      ids.add(context.flatMap(StreamContext::head).flatMap(ResponseHead::requestId).orElse("none"));
    }
  }
}
