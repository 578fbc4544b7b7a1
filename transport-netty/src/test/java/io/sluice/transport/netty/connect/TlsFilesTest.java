package io.sluice.transport.netty.connect;

import static io.sluice.transport.netty.Streams.OPTIONS;
import static io.sluice.transport.netty.Streams.REQUEST;
import static io.sluice.transport.netty.Wire.DONE;
import static io.sluice.transport.netty.Wire.HEAD;
import static io.sluice.transport.netty.Wire.finish;
import static io.sluice.transport.netty.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.transport.netty.RawServer;
import io.sluice.transport.netty.Streams;
import io.sluice.transport.netty.TestIdentity;
import io.sluice.transport.netty.pem.Certificates;
import io.sluice.transport.netty.pem.PrivateKeys;
import io.sluice.wire.Endpoint;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities and client certificates from files, with real servers that trust and demand. */
class TlsFilesTest {

  private static final String ANSWER = HEAD + text("secret") + finish("stop") + DONE;

  /** As {@code openssl ecparam -genkey} writes it; it guards nothing. */
  private static final String EC_KEY =
      """
      -----BEGIN EC PARAMETERS-----
      BggqhkjOPQMBBw==
      -----END EC PARAMETERS-----
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIPsGIhkJ0D0lZvO6Np1LXq+TCq0RmtsEMakcWl0kaEk2oAoGCCqGSM49
      AwEHoUQDQgAE8dLhCEeycJnftPLLqwK5kppSTOZ+1u0PkduRRHfx1I6HHIt2Trq4
      MluHa6qTYSwzS0GXz6GS3pqZq7DKX3MKYw==
      -----END EC PRIVATE KEY-----
      """;

  @TempDir private static Path folder;
  private static TestIdentity server;
  private static TestIdentity client;

  @BeforeAll
  static void makeIdentities() throws Exception {
    server = TestIdentity.make(folder, "EC");
    client = TestIdentity.make(folder, "RSA");
  }

  @Test
  void anAuthorityFromAFileIsTrusted() throws Exception {
    Path authorities = file("text before\n" + client.certificate() + server.certificate());
    try (var raw = server(any -> any)) {
      assertThat(drained(raw, tls -> tls.authorities(authorities)).completion().text())
          .isEqualTo("secret");
    }
  }

  @Test
  void theJdksAuthoritiesAreTrustedBesides() throws Exception {
    var none = new TlsSettings(Optional.empty(), List.of(), Optional.empty());
    List<X509Certificate> own = Certificates.in(file(server.certificate()));
    var one = new TlsSettings(Optional.empty(), own, Optional.empty());

    List<X509Certificate> usual = accepted(Tls.trust(none));
    assertThat(usual).isNotEmpty();
    assertThat(accepted(Tls.trust(one))).containsAll(usual).containsAll(own);
  }

  @Test
  void theRemedyForAStrangersCertificateIsItsAuthority() throws Exception {
    Path others = file(client.certificate());
    try (var raw = server(any -> any)) {
      assertThat(message(drained(raw, tls -> tls.authorities(others))))
          .contains("is not trusted")
          .endsWith("; check the URL, or add its authority's certificate");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerThatDemandsACertificateGetsIt(String version) throws Exception {
    Path own = file(client.certificate() + client.key());
    try (var raw = server(socket -> demanding(socket, version))) {
      assertThat(drained(raw, tls -> trusting(tls).identity(own, own)).completion().text())
          .isEqualTo("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerThatDemandsACertificateInVainIsSaidToAndNotAskedAgain(String version)
      throws Exception {
    try (var raw = server(socket -> demanding(socket, version))) {
      Outcome outcome = drained(raw, TlsFilesTest::trusting);
      assertThat(message(outcome)).contains("client certificate");
      assertThat(outcome.timing().attempts()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aServerOfAnUnsafeVersionIsSaidToBe() throws Exception {
    // No test can have the JDK speak TLS 1.1; what its client says of one that does is known.
    var cause =
        new SSLHandshakeException(
            "The server selected protocol version TLS11 is not accepted by client preferences"
                + " [TLS13, TLS12]");
    assertThat(TlsErrors.isLast(cause)).isTrue();
  }

  @Test
  void aServerThatSpeaksHttp2AloneIsNamed() throws Exception {
    try (var raw =
        server(
            socket -> {
              SSLParameters protocols = socket.getSSLParameters();
              protocols.setApplicationProtocols(new String[] {"h2"});
              socket.setSSLParameters(protocols);
              return socket;
            })) {
      assertThat(message(drained(raw, TlsFilesTest::trusting)))
          .isEqualTo(
              "localhost:"
                  + raw.port()
                  + " speaks HTTP/2 alone, and only HTTP/1.1 is spoken here; have it, or a gateway"
                  + " before it, offer HTTP/1.1");
    }
  }

  @Test
  void aServerThatSpeaksPlainHttpIsSaidToAndNotAskedAgain() throws Exception {
    try (var raw =
        RawServer.playing(
            peer -> {
              peer.write("HTTP/1.1 400 Bad Request\r\n\r\n");
              peer.awaitClose();
            })) {
      assertThat(message(drained(raw, any -> any)))
          .isEqualTo(
              "localhost:" + raw.port() + " speaks plain HTTP and no TLS; use http:// in the URL");
      assertThat(raw.connections()).isEqualTo(1);
    }
  }

  @Test
  void keysOfTheOlderFormsAreRead() throws Exception {
    byte[] pkcs8 = client.privateKey().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    assertThat(PrivateKeys.in(file(TestIdentity.pem("RSA PRIVATE KEY", pkcs1))))
        .isEqualTo(client.privateKey());
    assertThat(PrivateKeys.in(file(EC_KEY)).getAlgorithm()).isEqualTo("EC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE----- | is damaged: its certificate 1",
        "-----BEGIN CERTIFICATE-----\\n*\\n-----END CERTIFICATE-----    | is damaged: its certificate 1",
        "-----BEGIN CERTIFICATE-----\\nAAAA                             | holds no certificate in PEM",
        "hello                                                          | holds no certificate in PEM",
        "''                                                             | holds no certificate in PEM",
      })
  void aFileWithoutACertificateIsRefused(String text, String complaint) throws Exception {
    Path file = file(text.replace("\\n", "\n"));
    assertRefused(tls -> tls.authorities(file), file + " " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENCRYPTED PRIVATE KEY | AAAA                               | is encrypted with a passphrase",
        "RSA PRIVATE KEY       | Proc-Type: 4,ENCRYPTED\\n\\nAAAA   | is encrypted with a passphrase",
        "PRIVATE KEY           | AAAA                               | holds a private key that cannot be",
        "EC PRIVATE KEY        | AAAA                               | holds a private key that cannot be",
        "EC PRIVATE KEY        | MA==                               | holds a private key that cannot be",
        "RSA PRIVATE KEY       | %%                                 | holds a private key that cannot be",
        "CERTIFICATE           | AAAA                               | holds no private key in PEM",
      })
  void aFileWithoutAKeyIsRefused(String label, String body, String complaint) throws Exception {
    Path key =
        file(
            "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, body.replace("\\n", "\n"), label));
    Path certificate = file(client.certificate());
    assertRefused(tls -> tls.identity(certificate, key), key + " " + complaint);
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    Path certificate = file(client.certificate());
    for (String key : new String[] {server.key(), EC_KEY, TestIdentity.make(folder, "RSA").key()}) {
      Path other = file(key);
      assertRefused(
          tls -> tls.identity(certificate, other),
          "the key in " + other + " is not that of the first certificate in " + certificate);
    }
  }

  @Test
  void whatIsNoFileIsRefused() {
    Path missing = folder.resolve("missing.pem");
    assertRefused(tls -> tls.authorities(missing), missing + " does not exist; name a PEM file");
    assertRefused(tls -> tls.authorities(folder), folder + " is a folder; name a PEM file");
  }

  @Test
  void aPlainServerNeedsNoFiles() {
    NettyTransport.builder(Endpoint.of("http://localhost:9/v1"))
        .proxies(Proxies.none())
        .authorities(folder.resolve("missing.pem"))
        .build()
        .close();
  }

  private static List<X509Certificate> accepted(TrustManagerFactory trust) {
    return List.of(((X509TrustManager) trust.getTrustManagers()[0]).getAcceptedIssuers());
  }

  private static void assertRefused(UnaryOperator<NettyTransport.Builder> files, String line) {
    var builder = files.apply(NettyTransport.builder(Endpoint.of("https://localhost:9/v1")));
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageStartingWith(line);
  }

  private static NettyTransport.Builder trusting(NettyTransport.Builder tls) {
    try {
      return tls.authorities(file(server.certificate()));
    } catch (Exception unwritable) {
      throw new AssertionError(unwritable);
    }
  }

  private static SSLServerSocket demanding(SSLServerSocket socket, String version) {
    socket.setNeedClientAuth(true);
    socket.setEnabledProtocols(new String[] {version});
    return socket;
  }

  private static RawServer server(UnaryOperator<SSLServerSocket> settings) throws Exception {
    var socket =
        (SSLServerSocket)
            server
                .trusting(client)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return RawServer.over(
        settings.apply(socket),
        peer -> {
          peer.readRequest();
          peer.write(ANSWER);
        });
  }

  private static Outcome drained(RawServer raw, UnaryOperator<NettyTransport.Builder> settings) {
    var endpoint = Endpoint.of("https://localhost:" + raw.port() + "/v1");
    try (var transport =
            settings.apply(NettyTransport.builder(endpoint).proxies(Proxies.none())).build();
        var stream = transport.stream(REQUEST, OPTIONS)) {
      return Streams.drained(stream);
    }
  }

  private static String message(Outcome outcome) {
    return outcome.failure().map(Failure::message).orElse("none");
  }

  private static Path file(String text) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "file", ".pem"), text);
  }
}
