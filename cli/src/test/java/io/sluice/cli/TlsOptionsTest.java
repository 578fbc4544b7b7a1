package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HELLO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose certificate nobody knows, and servers that ask for ours. */
class TlsOptionsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static KeyStore keys;
  private static Path certificate;
  private static Path key;

  @BeforeAll
  static void makeACertificateForLocalhost() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "own",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    String.valueOf(PASSWORD)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    certificate = pem("CERTIFICATE", keys.getCertificate("own").getEncoded());
    key = pem("PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded());
  }

  @Test
  void anAuthorityIsNamedByAFlagAVariableOrAFile() throws Exception {
    try (RawServer server = server(Demand.NOTHING)) {
      assertThat(run(command(), server, "--ca-file", certificate.toString())).isEqualTo("Hello");
      assertThat(run(command().with("SSL_CERT_FILE", certificate.toString()), server))
          .isEqualTo("Hello");
      assertThat(run(command().with("SLUICE_CA_FILE", certificate.toString()), server))
          .isEqualTo("Hello");
      Files.createDirectories(folder.resolve("sluice"));
      Files.writeString(
          folder.resolve("sluice").resolve("sluice.yaml"),
          "endpoints: {mine: {base-url: '%s', model: m, ca-file: ../%s}}"
              .formatted(url(server), certificate.getFileName()));
      Sluice.Ran ran =
          command()
              .with("XDG_CONFIG_HOME", folder.toString())
              .with("SSL_CERT_FILE", "nowhere.pem")
              .run("hello", "--endpoint", "mine", "--json");
      assertThat(ran.out()).contains("\"content\":\"Hello\"");
    }
  }

  @Test
  void anUnknownAuthorityGetsTheFlagForItsRemedy() throws Exception {
    try (RawServer server = server(Demand.NOTHING)) {
      Sluice.Ran ran = command().run("hello", "-m", "m", "--base-url", url(server));
      assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
      assertThat(ran.err()).contains("is not trusted").endsWith("certificate with --ca-file\n");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aClientCertificateIsShownWhereItIsDemanded() throws Exception {
    try (RawServer server = server(Demand.CERTIFICATE)) {
      String[] files = {
        "--ca-file",
        certificate.toString(),
        "--client-cert",
        certificate.toString(),
        "--client-key",
        key.toString()
      };
      assertThat(run(command(), server, files)).isEqualTo("Hello");
    }
  }

  @Test
  void aServerThatDemandsACertificateGetsTheFlagForItsRemedy() throws Exception {
    try (RawServer server = server(Demand.CERTIFICATE)) {
      Sluice.Ran ran =
          command()
              .run(
                  "hello",
                  "-m",
                  "m",
                  "--base-url",
                  url(server),
                  "--ca-file",
                  certificate.toString());
      assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
      assertThat(ran.err()).contains("client certificate").endsWith("; use --client-cert\n");
    }
  }

  @Test
  void aFileThatIsNoneIsToldBeforeAnythingIsSent() {
    assertThat(refusal("--ca-file", "missing.pem"))
        .isEqualTo("sluice: missing.pem does not exist; name a PEM file\n");
    assertThat(refusal("--client-cert", key.toString()))
        .startsWith("sluice: " + key + " holds no certificate in PEM");
    assertThat(refusal("--client-key", key.toString()))
        .isEqualTo("sluice: --client-key is the key of no certificate; add --client-cert\n");
  }

  @Test
  void whatHoldsIsShownWithItsVariable() {
    assertThat(command().with("SSL_CERT_FILE", "a.pem").run("config").out())
        .containsPattern("ca-file +a\\.pem +SSL_CERT_FILE");
  }

  private static String refusal(String... flags) {
    Sluice.Ran ran = command().run(with(flags, "hello", "-m", "m", "--base-url", "https://h/v1"));
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    return ran.err();
  }

  @Test
  void aServerOfOnesOwnSpeaksTlsWithItsCertificate() throws Exception {
    try (Serving serving =
        Serving.start(
            Sluice.command(),
            "--offline",
            "--tls-cert",
            certificate.toString(),
            "--tls-key",
            key.toString())) {
      String base = serving.lines().get(1);
      assertThat(base).startsWith("https://127.0.0.1:");

      Sluice.Ran ran =
          Sluice.command()
              .run(
                  "Count to three.",
                  "-q",
                  "-m",
                  "sluice-offline",
                  "--base-url",
                  base.replace("127.0.0.1", "localhost"),
                  "--ca-file",
                  certificate.toString());

      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.out()).isNotBlank();
    }
  }

  private static String run(Sluice sluice, RawServer server, String... flags) {
    Sluice.Ran ran = sluice.run(with(flags, "hello", "-m", "m", "--base-url", url(server)));
    assertThat(ran.err()).isEmpty();
    return ran.out().strip();
  }

  private static String[] with(String[] more, String... first) {
    return Stream.of(first, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static Sluice command() {
    return Sluice.command().with("OPENAI_API_KEY", "sk-1");
  }

  private static String url(RawServer server) {
    return "https://localhost:" + server.port() + "/v1";
  }

  private static RawServer server(Demand demand) throws Exception {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("client", keys.getCertificate("own"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    var socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setNeedClientAuth(demand == Demand.CERTIFICATE);
    socket.setEnabledProtocols(new String[] {"TLSv1.2"});
    ChunkedAnswer hello = ChunkedAnswer.events((HELLO + DONE).getBytes(UTF_8));
    return RawServer.over(socket, any -> hello);
  }

  private static Path pem(String label, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        Files.createTempFile(folder, "file", ".pem"),
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }

  private enum Demand {
    NOTHING,
    CERTIFICATE
  }
}
