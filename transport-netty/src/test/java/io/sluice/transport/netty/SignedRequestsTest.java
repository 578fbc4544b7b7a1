package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Streams.sending;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import io.sluice.text.HeaderField;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import io.sluice.wire.RequestSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Calls whose header fields depend on the whole call and on the time. */
class SignedRequestsTest {
  private static final StreamOptions OPTIONS =
      StreamOptions.defaults()
          .retries(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(1)))
          .header("X-Own", "yes");

  private static final RawServer.Script ANSWERS =
      peer -> {
        peer.readRequest();
        peer.write(HEAD + text("Hello") + finish("stop") + DONE);
      };

  /** Counts its signatures, and says what it signed. */
  private static final class Counting implements RequestSigner {
    private final AtomicInteger signatures = new AtomicInteger();

    @Override
    public HttpCall signed(HttpCall call, Instant at) {
      String signed = call.headers().keySet() + " " + call.body().remaining();
      return call.withHeaders(
          List.of(
              new HeaderField("X-Number", Integer.toString(signatures.incrementAndGet())),
              new HeaderField("X-Signed", signed)));
    }

    @Override
    public List<String> secrets() {
      return List.of("secret-4711");
    }
  }

  @Test
  void eachAttemptIsSignedAnewWithAllThatIsSent() throws Exception {
    try (var server =
            RawServer.playing(sending(response(503, "", "the secret-4711 of you")), ANSWERS);
        var transport = to(server, endpoint -> endpoint.withSigner(new Counting()));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      assertCompleted(drained(stream), "Hello");

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0).field("X-Number"))
          .isNotEqualTo(server.requests().get(1).field("X-Number"));
      assertThat(server.requests().get(1).field("X-Signed"))
          .contains("Content-Type", "X-Own", "X-Endpoint");
    }
  }

  @Test
  void aListOfModelsIsSignedToo() throws Exception {
    try (var server =
            RawServer.playing(
                sending(response(503, "", "busy")), sending(response(200, "", "[\"a\"]")));
        var transport = to(server, endpoint -> endpoint.withSigner(new Counting()))) {
      assertThat(transport.models(OPTIONS)).hasSize(1);
      assertThat(server.requests().get(0).field("X-Number")).isEqualTo("1");
      assertThat(server.requests().get(1).field("X-Number")).isEqualTo("2");
    }
  }

  @Test
  void theSecretsOfASignerAreMaskedInRefusals() throws Exception {
    try (var server = RawServer.playing(sending(response(400, "", "no secret-4711 here")));
        var transport = to(server, endpoint -> endpoint.withSigner(new Counting()));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      assertThat(drained(stream).failure().orElseThrow().message())
          .contains("no *** here")
          .doesNotContain("4711");
    }
  }

  @Test
  void aKeyComesBeforeASigner() throws Exception {
    try (var server = RawServer.playing(ANSWERS);
        var transport = to(server, endpoint -> endpoint.withSigner(new Counting()).withKey("k"));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      assertCompleted(drained(stream), "Hello");

      assertThat(server.requests().get(0).field("Authorization")).isEqualTo("Bearer k");
      assertThat(server.requests().get(0).field("X-Number")).isEmpty();
    }
  }

  private static NettyTransport to(RawServer server, UnaryOperator<Endpoint> more) {
    Endpoint endpoint = Endpoint.of(server.url()).withHeader("X-Endpoint", "yes");
    return NettyTransport.builder(more.apply(endpoint)).proxies(Proxies.none()).build();
  }
}
