package io.sluice.transport.netty;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Streams.assertCompleted;
import static io.sluice.transport.netty.Streams.drained;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Header fields, queries and keys that a service sets for its requests. */
class OwnRequestsTest {

  private static final RawServer.Script ANSWERS =
      peer -> {
        peer.readRequest();
        peer.write(HEAD + text("Hello") + finish("stop") + DONE);
      };

  private static RawServer.Script refusing(int status) {
    return peer -> {
      peer.readRequest();
      peer.write(response(status, "Connection: close\r\n", "{\"error\":{\"message\":\"no\"}}"));
    };
  }

  @Test
  void anEndpointAddsFieldsAndAQueryToEachRequest() throws Exception {
    try (var server = RawServer.playing(ANSWERS);
        var transport =
            to(
                server,
                endpoint ->
                    endpoint
                        .withKey("k")
                        .withHeader("OpenAI-Project", "proj_1")
                        .withQuery("api-version", "2024-10-21")
                        .withQuery("a b", "c&d=é"));
        ChatStream stream = transport.stream(REQUEST, OPTIONS.header("traceparent", "00-1-2-01"))) {
      assertCompleted(drained(stream), "Hello");

      RawServer.Request request = server.requests().get(0);
      assertThat(request.line())
          .isEqualTo(
              "POST /v1/chat/completions?api-version=2024-10-21&a%20b=c%26d%3D%C3%A9 HTTP/1.1");
      assertThat(request.field("OpenAI-Project")).isEqualTo("proj_1");
      assertThat(request.field("traceparent")).isEqualTo("00-1-2-01");
      assertThat(request.field("Authorization")).isEqualTo("Bearer k");
    }
  }

  @Test
  void aFieldTakesThePlaceOfTheDialectsOwn() throws Exception {
    try (var server = RawServer.playing(ANSWERS);
        var transport = to(server, endpoint -> endpoint.withHeader("user-agent", "acme/1"));
        ChatStream stream = transport.stream(REQUEST)) {
      assertCompleted(drained(stream), "Hello");

      assertThat(server.requests().get(0).head()).containsOnlyOnce("acme/1");
      assertThat(server.requests().get(0).head().toLowerCase(Locale.ROOT))
          .containsOnlyOnce("user-agent:");
    }
  }

  @Test
  void theKeyGoesIntoTheFieldThatTheEndpointNames() throws Exception {
    try (var server = RawServer.playing(ANSWERS);
        var transport = to(server, endpoint -> endpoint.withKey("azure").withKeyField("api-key"));
        ChatStream stream = transport.stream(REQUEST)) {
      assertCompleted(drained(stream), "Hello");

      assertThat(server.requests().get(0).field("api-key")).isEqualTo("azure");
      assertThat(server.requests().get(0).field("Authorization")).isEmpty();
    }
  }

  @Test
  void eachStreamAndEachRetryAsksForItsKey() throws Exception {
    Supplier<ApiKey> keys = keys("first", "second", "third");
    try (var server = RawServer.playing(refusing(503), ANSWERS, ANSWERS);
        var transport = to(server, endpoint -> endpoint.withKeys(keys))) {
      for (int i = 0; i < 2; i++) {
        try (ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
          assertCompleted(drained(stream), "Hello");
        }
      }

      assertThat(keysSent(server)).containsExactly("Bearer first", "Bearer second", "Bearer third");
    }
  }

  @Test
  void aRefusedKeyIsReplacedOnce() throws Exception {
    List<Retry> retries = new ArrayList<>();
    try (var server = RawServer.playing(refusing(401), ANSWERS);
        var transport = to(server, endpoint -> endpoint.withKeys(keys("stale", "fresh")));
        ChatStream stream = transport.stream(REQUEST, OPTIONS.onRetry(retries::add))) {
      assertCompleted(drained(stream), "Hello");

      assertThat(keysSent(server)).containsExactly("Bearer stale", "Bearer fresh");
      assertThat(retries).singleElement().extracting(Retry::attempt).isEqualTo(2);
    }
  }

  @Test
  void aKeyThatStaysRefusedIsNotSentAgain() throws Exception {
    try (var server = RawServer.playing(refusing(401));
        var transport = to(server, endpoint -> endpoint.withKeys(() -> ApiKey.of("same")));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      Outcome outcome = drained(stream);

      assertThat(outcome.failure()).containsInstanceOf(Failure.Http.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void asManyKeysAsThereMayBeOnlyOneIsTriedAgain() throws Exception {
    try (var server = RawServer.playing(refusing(401));
        var transport = to(server, endpoint -> endpoint.withKeys(keys("a", "b", "c")));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      assertThat(drained(stream).failure()).containsInstanceOf(Failure.Http.class);
      assertThat(keysSent(server)).containsExactly("Bearer a", "Bearer b");
    }
  }

  @Test
  void aSupplierThatThrowsAtARetryEndsTheStream() throws Exception {
    Deque<String> left = new ArrayDeque<>(List.of("only"));
    try (var server = RawServer.playing(refusing(503), ANSWERS);
        var transport =
            to(server, endpoint -> endpoint.withKeys(() -> ApiKey.of(left.removeFirst())));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      Outcome outcome = drained(stream);

      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.failure().orElseThrow().message())
          .startsWith("the supplier of keys failed: java.util.NoSuchElementException");
    }
  }

  @Test
  void aSecretFieldThatTheServerRepeatsIsMasked() throws Exception {
    String secret = "tenant-secret-0001";
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(
                      response(
                          400,
                          "Connection: close\r\n",
                          "{\"error\":{\"message\":\"bad token " + secret + "\"}}"));
                });
        var transport =
            to(
                server,
                endpoint -> endpoint.withKey("sk-1234567890").withHeader("X-Token", secret));
        ChatStream stream = transport.stream(REQUEST, OPTIONS)) {
      assertThat(drained(stream).failure().orElseThrow().message())
          .contains("bad token ***")
          .doesNotContain(secret);
    }
  }

  @Test
  void oneTransportServesManyTenants() throws Exception {
    try (var server = RawServer.playing(ANSWERS);
        var other = RawServer.playing(ANSWERS);
        var transport = to(server, UnaryOperator.identity())) {
      var ours = transport.at(Endpoint.of(server.url()).withKey("ours"));
      var theirs = transport.at(Endpoint.of(other.url()).withKey("theirs"));
      for (NettyTransport tenant : List.of(ours, theirs)) {
        try (ChatStream stream = tenant.stream(REQUEST)) {
          assertCompleted(drained(stream), "Hello");
        }
      }

      assertThat(keysSent(server)).containsExactly("Bearer ours");
      assertThat(keysSent(other)).containsExactly("Bearer theirs");
      assertThat(theirs.endpoint()).isEqualTo(other.url());
    }
  }

  @Test
  void closingATenantLeavesTheOthersAndClosingTheTransportEndsAll() throws Exception {
    try (var server =
        RawServer.playing(
            peer -> {
              peer.readRequest();
              peer.write(HEAD + text("Hello"));
              peer.awaitClose();
            })) {
      var transport = to(server, UnaryOperator.identity());
      var closed = transport.at(Endpoint.of(server.url()));
      var open = transport.at(Endpoint.of(server.url()));
      ChatStream stopped = begun(closed);
      ChatStream going = begun(open);
      closed.close();

      assertThat(stopped.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
      assertThat(going.outcome().toCompletableFuture()).isNotDone();
      assertThatThrownBy(() -> closed.stream(REQUEST)).isInstanceOf(IllegalStateException.class);
      transport.close();
      assertThat(going.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
    }
  }

  @Test
  void aSecretIsNoFieldOfOneRequest() {
    assertThatThrownBy(() -> StreamOptions.defaults().header("Authorization", "Bearer x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the header field 'Authorization' cannot be set for one request; set it in the"
                + " endpoint");
  }

  private static ChatStream begun(NettyTransport transport) {
    ChatStream stream = transport.stream(REQUEST);
    assertThat(stream.iterator().next().text()).isEqualTo("Hello");
    return stream;
  }

  private static List<String> keysSent(RawServer server) {
    return server.requests().stream().map(request -> request.field("Authorization")).toList();
  }

  private static Supplier<ApiKey> keys(String... keys) {
    Deque<String> left = new ArrayDeque<>(List.of(keys));
    return () -> ApiKey.of(left.removeFirst());
  }

  private static NettyTransport to(RawServer server, UnaryOperator<Endpoint> with) {
    return NettyTransport.builder(with.apply(Endpoint.of(server.url())))
        .proxies(Proxies.none())
        .build();
  }
}
