package io.sluice.transport.netty;

import static io.sluice.transport.netty.Wire.CHUNKED_HEAD;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.LAST;
import static io.sluice.transport.netty.Wire.chunked;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Endpoint;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS on loopback, with a certificate made for the occasion by the JDK's keytool. */
class TlsTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "Hello?");
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static KeyStore keys;

  @BeforeAll
  static void makeACertificateForLocalhost() throws Exception {
    Path file = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,dns:api.sluice.test",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            "changeit");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
  }

  @Test
  void aTrustedServerIsSpokenTo() throws Exception {
    try (var server =
            tlsServer(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("secret") + finish("stop") + DONE);
                });
        var transport = trusting("https://localhost:" + server.port() + "/v1", Proxies.none())) {
      assertThat(transport.stream(REQUEST).completion().text()).isEqualTo("secret");
    }
  }

  @Test
  void aContextOfTheCallersDecidesAndNamesAreStillVerified() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    context.init(null, trust.getTrustManagers(), null);
    try (var server =
            tlsServer(
                peer -> {
                  peer.readRequest();
                  peer.write(HEAD + text("secret") + finish("stop") + DONE);
                });
        var right = contextual("https://localhost:" + server.port() + "/v1", context);
        var wrong = contextual("https://127.0.0.1:" + server.port() + "/v1", context)) {
      assertThat(right.stream(REQUEST).completion().text()).isEqualTo("secret");
      assertRefused(wrong, "is for another name", "check the URL");
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static NettyTransport contextual(String url, SSLContext context) {
    return NettyTransport.builder(endpoint(url))
        .proxies(Proxies.none())
        .sslContext(context)
        .build();
  }

  @Test
  void anUnknownCertificateIsRefusedBeforeTheKeyIsSent() throws Exception {
    try (var server = tlsServer(RawServer.Peer::readRequest);
        var transport =
            NettyTransport.builder(endpoint("https://localhost:" + server.port() + "/v1"))
                .proxies(Proxies.none())
                .build()) {
      assertRefused(transport, "is not trusted", "add its authority's certificate");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefusedBeforeTheKeyIsSent() throws Exception {
    try (var server = tlsServer(RawServer.Peer::readRequest);
        var transport = trusting("https://127.0.0.1:" + server.port() + "/v1", Proxies.none())) {
      assertRefused(transport, "is for another name", "check the URL");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aSecureServerIsReachedByNameThroughATunnelThatSeesNeitherRequestNorKey() throws Exception {
    List<String> names = new CopyOnWriteArrayList<>();
    try (var server =
            tlsServer(
                peer -> {
                  peer.readRequest();
                  names.addAll(requestedNames(peer.socket()));
                  peer.write(HEAD + text("tunnelled") + finish("stop") + DONE);
                });
        var proxy = RawServer.playing(peer -> tunnel(peer, server.port()));
        var transport =
            trusting(
                "https://api.sluice.test/v1",
                Proxies.fromEnvironment(
                    Map.of("HTTPS_PROXY", "http://u:p@127.0.0.1:" + proxy.port())))) {
      assertThat(transport.stream(REQUEST).completion().text()).isEqualTo("tunnelled");
      RawServer.Request connect = proxy.requests().get(0);
      assertThat(connect.line()).isEqualTo("CONNECT api.sluice.test:443 HTTP/1.1");
      assertThat(connect.field("Proxy-Authorization")).isEqualTo("Basic dTpw");
      assertThat(connect.field("Authorization")).isEmpty();
      assertThat(names).containsExactly("api.sluice.test");
    }
  }

  /** In TLS 1.3 a server may say that nothing more comes and wait for our word on it. */
  @Test
  void aCloseNoticeEndsTheBodyAtOnce() throws Exception {
    String cut = HEAD + text("a") + ": " + "x".repeat(300_000);
    for (String answer : List.of(HEAD + text("a") + finish("stop"), HEAD + text("a"), cut)) {
      try (var server =
              tlsServer(
                  peer -> {
                    peer.readRequest();
                    peer.write(answer);
                    peer.socket().shutdownOutput();
                    peer.awaitClose();
                  });
          var transport = trusting("https://localhost:" + server.port() + "/v1", Proxies.none());
          ChatStream stream = transport.stream(REQUEST)) {
        Outcome outcome = Streams.drained(stream);
        assertThat(outcome.status())
            .isEqualTo(answer.contains("stop") ? Status.COMPLETED : Status.TRUNCATED);
        assertThat(outcome.completion().text()).isEqualTo("a");
      }
    }
  }

  @Test
  void aKeptConnectionThatGetsACloseNoticeIsDropped() throws Exception {
    var closed = new CountDownLatch(1);
    String answer = CHUNKED_HEAD + chunked(text("a") + finish("stop") + DONE) + LAST;
    try (var server =
            tlsServer(
                peer -> {
                  peer.readRequest();
                  peer.write(answer);
                  peer.socket().shutdownOutput();
                  peer.awaitClose();
                  closed.countDown();
                });
        var transport = trusting("https://localhost:" + server.port() + "/v1", Proxies.none())) {
      assertThat(transport.stream(REQUEST).completion().text()).isEqualTo("a");
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(transport.stream(REQUEST).completion().text()).isEqualTo("a");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static void tunnel(RawServer.Peer peer, int port) throws Exception {
    peer.readRequest();
    try (var onward = new Socket(InetAddress.getLoopbackAddress(), port)) {
      peer.write("HTTP/1.1 200 Connection established\r\n\r\n");
      var up = new Thread(() -> copy(peer.socket(), onward), "tunnel-up");
      up.setDaemon(true);
      up.start();
      copy(onward, peer.socket());
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (java.io.IOException gone) {
      // either end may close at any moment
    }
  }

  private static List<String> requestedNames(Socket socket) {
    var session = (ExtendedSSLSession) ((SSLSocket) socket).getSession();
    return session.getRequestedServerNames().stream()
        .map(name -> new String(name.getEncoded(), java.nio.charset.StandardCharsets.US_ASCII))
        .toList();
  }

  private static void assertRefused(NettyTransport transport, String... words) {
    List<Retry> retries = new CopyOnWriteArrayList<>();
    Failure failure = failure(transport, StreamOptions.defaults().onRetry(retries::add));
    assertThat(failure).isInstanceOf(Failure.Connection.class);
    assertThat(failure.message())
        .startsWith("the certificate of ")
        .contains(words)
        .doesNotContain("sk-");
    assertThat(retries).as("no attempt brings trust").isEmpty();
  }

  private static Failure failure(NettyTransport transport, StreamOptions options) {
    try (ChatStream stream = transport.stream(REQUEST, options)) {
      stream.completion();
      throw new AssertionError("the stream completed");
    } catch (StreamException failed) {
      Outcome outcome = failed.outcome();
      return outcome.failure().orElseThrow();
    }
  }

  private static RawServer tlsServer(RawServer.Script script) throws Exception {
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return RawServer.over(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        script);
  }

  private static NettyTransport trusting(String url, Proxies proxies) throws Exception {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, PASSWORD);
    anchors.setCertificateEntry("server", keys.getCertificate("server"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    return NettyTransport.builder(endpoint(url)).proxies(proxies).trust(trust).build();
  }

  private static Endpoint endpoint(String url) {
    return Endpoint.of(url).withKey("sk-test");
  }
}
