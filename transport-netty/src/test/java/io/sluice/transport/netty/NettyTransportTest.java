package io.sluice.transport.netty;

import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.response;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import io.sluice.wire.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** The ordinary life of the transport, against bytes on a socket. */
class NettyTransportTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "Hello?");

  @Test
  void chunksArriveInOrderAndFoldToTheAnswer() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("Hel") + text("lo") + finish("stop") + DONE);
                });
        var transport = to(server);
        ChatStream stream = transport.stream(REQUEST)) {
      List<String> texts = new ArrayList<>();
      for (Chunk chunk : stream) {
        texts.add(chunk.text());
      }
      assertThat(texts).containsExactly("Hel", "lo", "");
      assertThat(stream.completion().text()).isEqualTo("Hello");
      var outcome = stream.outcome().toCompletableFuture().join();
      assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
      assertThat(outcome.chunks()).isEqualTo(3);
      assertThat(outcome.timing().attempts()).isEqualTo(1);
      assertThat(outcome.timing().headers()).isPresent();
      assertThat(outcome.timing().firstToken()).isPresent();
    }
  }

  @Test
  void preparingStartsNoThread() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    NettyTransport.prepare();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("sluice-"))
        .isSubsetOf(before);
  }

  @Test
  void nothingIsSentBeforeTheFirstChunkIsAskedFor() throws Exception {
    try (var server = RawServer.playing(RawServer.Peer::readRequest);
        var transport = to(server)) {
      ChatStream stream = transport.stream(REQUEST);
      stream.close();
      assertThat(stream.outcome().toCompletableFuture().join().status()).isEqualTo(Status.STOPPED);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void theRequestSaysWhatItMust() throws Exception {
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + finish("stop") + DONE);
                });
        var transport = builder(Endpoint.of(server.url()).withKey("sk-test")).build()) {
      transport.stream(REQUEST).completion();
      RawServer.Request request = server.requests().get(0);
      assertThat(request.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
      assertThat(request.field("Host")).isEqualTo("127.0.0.1:" + server.port());
      assertThat(request.field("Authorization")).isEqualTo("Bearer sk-test");
      assertThat(request.field("Accept-Encoding")).isEmpty();
      assertThat(request.field("Upgrade")).isEmpty();
      assertThat(request.body()).contains("\"stream\":true").contains("Hello?");
    }
  }

  @Test
  void theWholeAnswerComesThroughTheSameCode() throws Exception {
    String body =
        "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"Hi\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}";
    try (var server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(response(200, "Content-Type: application/json\r\n", body));
                });
        var transport = to(server)) {
      Completion answer = transport.complete(REQUEST);
      assertThat(answer.text()).isEqualTo("Hi");
      assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(3);
      assertThat(server.requests().get(0).body()).doesNotContain("\"stream\":true");
    }
  }

  @Test
  void closingTheTransportStopsItsStreams() throws Exception {
    try (var server =
        RawServer.playing(
            peer -> {
              peer.readRequest();
              peer.write(HEAD + text("a"));
              peer.awaitClose();
            })) {
      var transport = to(server);
      ChatStream stream = transport.stream(REQUEST);
      assertThat(stream.iterator().next().text()).isEqualTo("a");
      transport.close();
      var outcome = stream.outcome().toCompletableFuture().join();
      assertThat(outcome.status()).isEqualTo(Status.STOPPED);
      assertThat(outcome.completion().text()).isEqualTo("a");
      assertThatThrownBy(() -> transport.stream(REQUEST)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aPlainServerIsReachedThroughTheProxyByItsWholeUrl() throws Exception {
    try (var proxy =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("by proxy") + finish("stop") + DONE);
                });
        var transport =
            NettyTransport.builder(Endpoint.of("http://api.example.test/v1"))
                .proxies(
                    Proxies.fromEnvironment(
                        Map.of("HTTP_PROXY", "http://me:pa%20ss@127.0.0.1:" + proxy.port())))
                .build()) {
      assertThat(transport.stream(REQUEST).completion().text()).isEqualTo("by proxy");
      RawServer.Request request = proxy.requests().get(0);
      assertThat(request.line())
          .isEqualTo("POST http://api.example.test/v1/chat/completions HTTP/1.1");
      assertThat(request.field("Host")).isEqualTo("api.example.test");
      assertThat(request.field("Proxy-Authorization")).isEqualTo("Basic bWU6cGEgc3M=");
    }
  }

  @Test
  void aProxyIsNamedByCode() throws Exception {
    try (var proxy =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("by proxy") + finish("stop") + DONE);
                });
        var transport =
            NettyTransport.builder(Endpoint.of("http://api.example.test/v1"))
                .proxies(Proxies.through("127.0.0.1", proxy.port(), "me", "pa ss"))
                .build()) {
      assertThat(transport.stream(REQUEST).completion().text()).isEqualTo("by proxy");
      assertThat(proxy.requests().get(0).field("Proxy-Authorization"))
          .isEqualTo("Basic bWU6cGEgc3M=");
    }
  }

  @Test
  void aContextOfTlsBesideWhatItDecidesIsRefused() throws Exception {
    var builder =
        builder(Endpoint.of("https://localhost/v1"))
            .sslContext(SSLContext.getDefault())
            .authorities(Path.of("ca.pem"));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an SSLContext decides");
  }

  private static NettyTransport to(RawServer server) {
    return builder(Endpoint.of(server.url())).build();
  }

  private static NettyTransport.Builder builder(Endpoint endpoint) {
    return NettyTransport.builder(endpoint).proxies(Proxies.none());
  }
}
