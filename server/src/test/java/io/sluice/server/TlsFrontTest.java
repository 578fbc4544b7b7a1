package io.sluice.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.server.gate.AccessToken;
import io.sluice.testkit.ScriptedTransport;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS with its clients itself. */
class TlsFrontTest {

  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static KeyStore keys;
  private static Path chain;
  private static Path key;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    chain = pem("chain.pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
    key = pem("key.pem", "PRIVATE KEY", keys.getKey("own", PASSWORD.toCharArray()).getEncoded());
  }

  @Test
  void clientsThatTrustTheCertificateAreAnsweredAndTheCookieStaysWithinTls() throws Exception {
    try (Server server = builder().tls(chain, key).start()) {
      assertThat(server.uri()).hasToString("https://127.0.0.1:" + server.port());
      assertThat(ask(server, "GET /healthz", "")).endsWith("ok");
      assertThat(
              ask(
                  server,
                  "POST /api/session",
                  "{\"token\":\"" + server.token().orElseThrow() + "\"}"))
          .startsWith("HTTP/1.1 204 ")
          .contains("; HttpOnly; SameSite=Strict; Path=/api; Secure\r\n");
    }
  }

  @Test
  void aRunIsFollowedOverTls() throws Exception {
    try (Server server = builder().tls(chain, key).start()) {
      String started =
          ask(
              server,
              "POST /api/runs",
              "{\"request\":{\"model\":\"m\",\"messages\":"
                  + "[{\"role\":\"user\",\"content\":\"?\"}]}}");
      String events = started.substring(started.indexOf("/api/events"), started.lastIndexOf('"'));

      assertThat(ask(server, "GET " + events, "")).contains("event: end\n");
    }
  }

  @Test
  void aClientThatSpeaksNoTlsGetsNothingAndTheServerGoesOn() throws Exception {
    try (Server server = builder().tls(chain, key).start()) {
      try (SocketClient plain = SocketClient.to(server)) {
        plain.send("GET /healthz HTTP/1.0\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n");
        assertThat(plain.rest()).doesNotContain("ok");
      }
      assertThat(ask(server, "GET /healthz", "")).endsWith("ok");
    }
  }

  @Test
  void aCookieWithoutTlsIsNotSecure() throws Exception {
    try (Server server = builder().start()) {
      assertThat(
              SocketClient.ask(
                  server,
                  "POST /api/session",
                  "{\"token\":\"" + server.token().orElseThrow() + "\"}"))
          .contains("Path=/api\r\n");
    }
  }

  @Test
  void tokensAndTlsOpenAnAddressThatIsNotLoopback() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().tls(chain, key).host("0.0.0.0").start())
        .withMessageContaining("open to other machines");
    try (Server server =
        builder().tls(chain, key).token(AccessToken.of("ann", "a")).host("0.0.0.0").start()) {
      assertThat(server.uri().getScheme()).isEqualTo("https");
    }
  }

  @Test
  void filesThatCannotBeUsedAreSaidInOneLineWithTheRemedy() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().tls(folder.resolve("none.pem"), key).start())
        .withMessage(folder.resolve("none.pem") + " does not exist; name a PEM file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().tls(chain, chain).start())
        .withMessageContaining(chain + " holds no private key in PEM");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().tls(key, key).start())
        .withMessageContaining(key + " holds no certificate in PEM");
  }

  private static ServerBuilder builder() {
    return Server.builder("script", ScriptedTransport.answering("hi"));
  }

  private static String ask(Server server, String line, String body) throws Exception {
    try (Socket socket =
        trusting()
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(30_000);
      String head = SocketClient.head(server, line);
      String request = head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static SSLContext trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("own", keys.getCertificate("own"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Path pem(String name, String label, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String text = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    return Files.writeString(folder.resolve(name), text);
  }
}
