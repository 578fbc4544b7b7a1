package io.sluice.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 100 MB that curl sends or gets through {@code sluice serve} are the same at both ends. */
@Tag("thorough")
class ServedUploadTest {
  private static final int BLOCKS = 100;
  private static final int BLOCK = 1_000_000;

  @TempDir private Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer upstream;
  private Path file;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    assumeTrue(InstalledClients.has("curl"), "there is no curl");
    file = folder.resolve("file");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out);
    }
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.setExecutor(threads);
    upstream.createContext("/v1/files", exchange -> answer(exchange, false));
    upstream.createContext("/v1/forms", exchange -> answer(exchange, true));
    upstream.createContext("/v1/content", ServedUploadTest::give);
    upstream.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    if (upstream != null) {
      upstream.stop(0);
    }
  }

  /** With {@code Expect}, curl sends nothing until it is told to go on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-H 'Expect: 100-continue'",
        "-H 'Transfer-Encoding: chunked'",
        "--http1.0",
      })
  void anUpload(String flags) throws IOException, InterruptedException {
    assertThat(curl("/files", flags + " --data-binary @" + file)).isEqualTo(digest(file));
  }

  @Test
  void aFormWithAFile() throws IOException, InterruptedException {
    assertThat(curl("/forms", "-F file=@" + file)).isEqualTo(digest(file));
  }

  @Test
  void aDownload() throws IOException, InterruptedException {
    Path got = folder.resolve("got");
    curl("/content", "-o " + got);

    assertThat(digest(got)).isEqualTo(digest(file));
  }

  private String curl(String path, String flags) throws IOException, InterruptedException {
    String url = "http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1";
    try (Serving serving =
        Serving.start(Sluice.command().with("OPENAI_BASE_URL", url).with("OPENAI_API_KEY", "k"))) {
      Shell.Ran ran =
          Shell.in(folder).run("curl -sS " + flags + " " + serving.lines().get(1) + path, Map.of());
      assertThat(ran.code()).as(ran.err()).isZero();
      return ran.out();
    }
  }

  /** Says what the digest of a body is, or of the one file in a form. */
  private static void answer(HttpExchange exchange, boolean form) throws IOException {
    InputStream body = new BufferedInputStream(exchange.getRequestBody(), BLOCK);
    var head = new StringBuilder();
    while (form && head.indexOf("\r\n\r\n") < 0) {
      head.append((char) body.read());
    }
    MessageDigest digest = sha256();
    for (int block = 0; block < BLOCKS; block++) {
      digest.update(body.readNBytes(BLOCK));
    }
    int rest = body.readAllBytes().length;
    String said = form || rest == 0 ? hex(digest) : "there are " + rest + " bytes more";
    exchange.sendResponseHeaders(200, said.length());
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(said.getBytes(ISO_8859_1));
    }
  }

  private static void give(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      write(out);
    }
  }

  /** The same bytes each time, a good part of them NUL. */
  private static void write(OutputStream out) throws IOException {
    var random = new Random(1);
    byte[] block = new byte[BLOCK];
    for (int number = 0; number < BLOCKS; number++) {
      random.nextBytes(block);
      Arrays.fill(block, 0, 1_000, (byte) 0);
      out.write(block);
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
        digest.update(block);
      }
    }
    return hex(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
