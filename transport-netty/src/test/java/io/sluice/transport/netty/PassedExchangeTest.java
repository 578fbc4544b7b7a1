package io.sluice.transport.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.stream.Failure;
import io.sluice.transport.netty.connect.Network;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of others go by the transport's ways, on the loop of those that pass them on. */
class PassedExchangeTest {

  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final Network network = Network.own(1);

  @AfterEach
  void close() {
    network.close(() -> {});
  }

  @Test
  void aProxyIsAskedForTheWholeUrlWithItsOwnFields() throws IOException {
    try (RawServer proxy =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(ANSWER);
                });
        NettyTransport transport =
            NettyTransport.builder(Endpoint.of("http://models.test:8080/v1"))
                .proxies(Proxies.through("127.0.0.1", proxy.port(), "me", "s3cret"))
                .build()) {
      assertThat(answer(transport, get("/v1/models?a=%zz"))).isEqualTo("200 ok");
      RawServer.Request asked = proxy.requests().get(0);
      assertThat(asked.line()).isEqualTo("GET http://models.test:8080/v1/models?a=%zz HTTP/1.1");
      assertThat(asked.field("Host")).isEqualTo("models.test:8080");
      assertThat(asked.field("Proxy-Authorization")).startsWith("Basic ");
    }
  }

  @Test
  void theCertificateOfTheServerIsVerified(@TempDir Path folder) throws Exception {
    TestIdentity identity = TestIdentity.make(folder, "EC", "-ext", "san=ip:127.0.0.1");
    ServerSocket socket =
        identity
            .trusting(identity)
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (RawServer server =
            RawServer.over(
                socket,
                peer -> {
                  peer.readRequest();
                  peer.write(ANSWER);
                });
        NettyTransport stranger = secure(server).build();
        NettyTransport friend = secure(server).sslContext(identity.trusting(identity)).build()) {
      assertThat(answer(stranger, get("/v1/models"))).contains("certificate");
      assertThat(answer(friend, get("/v1/models"))).isEqualTo("200 ok");
    }
  }

  @Test
  void connectionsAreKeptForTheNextExchangeOnTheLoop() throws IOException {
    try (RawServer server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write(ANSWER);
                  peer.readRequest();
                  peer.write(ANSWER);
                  peer.awaitClose();
                });
        NettyTransport transport = transport(server)) {
      assertThat(answer(transport, get("/v1/a"))).isEqualTo("200 ok");
      assertThat(answer(transport, get("/v1/b"))).isEqualTo("200 ok");
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void nothingIsReadWhileTheReceiverWantsNoMore() throws Exception {
    var written = new CountDownLatch(1);
    try (RawServer server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no");
                  written.await();
                  peer.write("k");
                  peer.awaitClose();
                });
        NettyTransport transport = transport(server)) {
      var answer = new Answer();
      answer.paused = true;
      HttpUpstream upstream = transport.upstream();
      PassedExchange exchange =
          network.loop().submit(() -> begin(upstream, get("/v1/a"), answer)).get();
      answer.first.get();
      written.countDown();

      assertThat(network.loop().submit(answer.text::toString).get()).isEqualTo("200 o");
      network.loop().execute(exchange::resume);
      assertThat(answer.whole.get()).isEqualTo("200 ok");
    }
  }

  @Test
  void aServerThatSwitchesProtocolsDoesNotAnswer() throws IOException {
    try (RawServer server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
                  peer.awaitClose();
                });
        NettyTransport transport = transport(server)) {
      assertThat(answer(transport, get("/v1/a"))).contains("not asked for");
    }
  }

  @Test
  void aServerOfAnotherProtocolIsNamed() throws IOException {
    try (RawServer server =
            RawServer.playing(
                peer -> {
                  peer.readRequest();
                  peer.write("\u0015\u0003\u0001\u0000\u0002\u0002(");
                });
        NettyTransport transport = transport(server)) {
      assertThat(answer(transport, get("/v1/a"))).contains("the server speaks TLS");
    }
  }

  @Test
  void aTransportThatIsClosedPassesNothingOn() throws IOException {
    try (RawServer server = RawServer.playing(peer -> peer.awaitClose())) {
      NettyTransport transport = transport(server);
      HttpUpstream upstream = transport.upstream();
      transport.close();

      assertThat(answer(upstream, get("/v1/a"))).contains("closed");
    }
  }

  private static NettyTransport transport(RawServer server) {
    return NettyTransport.builder(Endpoint.of(server.url())).proxies(Proxies.none()).build();
  }

  private static NettyTransport.Builder secure(RawServer server) {
    return NettyTransport.builder(Endpoint.of(server.url().replace("http:", "https:")))
        .proxies(Proxies.none());
  }

  private static HttpRequest get(String path) {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
  }

  private String answer(NettyTransport transport, HttpRequest head) {
    return answer(transport.upstream(), head);
  }

  /** Status and body, or why there are none. */
  private String answer(HttpUpstream upstream, HttpRequest head) {
    var answer = new Answer();
    network.loop().execute(() -> begin(upstream, head, answer));
    return answer.whole.join();
  }

  private PassedExchange begin(HttpUpstream upstream, HttpRequest head, Answer answer) {
    PassedExchange exchange = upstream.pass(network.loop(), head, answer);
    exchange.write(LastHttpContent.EMPTY_LAST_CONTENT);
    exchange.flush();
    return exchange;
  }

  private static final class Answer implements PassedExchange.Receiver {

    private final CompletableFuture<String> whole = new CompletableFuture<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private volatile boolean paused;

    @Override
    public void writable() {}

    @Override
    public void head(HttpResponse head) {
      text.append(head.status().code()).append(' ');
    }

    @Override
    public void piece(HttpContent piece) {
      text.append(piece.content().toString(US_ASCII));
      piece.release();
      first.complete(null);
      if (piece instanceof LastHttpContent) {
        whole.complete(text.toString());
      }
    }

    @Override
    public void readEnded() {}

    @Override
    public boolean wantsMore() {
      return !paused;
    }

    @Override
    public void cut(PassedExchange.Cut how) {
      whole.complete(text + "cut: " + how);
    }

    @Override
    public void unanswered(Failure failure) {
      whole.complete(failure.message());
    }
  }
}
