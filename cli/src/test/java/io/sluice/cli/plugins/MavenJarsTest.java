package io.sluice.cli.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars are fetched whole, with their checksum, or not at all. */
class MavenJarsTest {
  private static final MavenCoordinates BELL = new MavenCoordinates("com.acme", "bell", "1.0");
  private static final String PATH = "/com/acme/bell/1.0/bell-1.0.jar";
  private static final String SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";

  @TempDir private Path folder;
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String file = files.get(exchange.getRequestURI().getPath());
          byte[] body = (file == null ? "" : file).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              file == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aJarThatMatchesItsChecksumIsWritten() throws IOException {
    files.put(PATH, "abc");
    files.put(PATH + ".sha1", SHA1.toUpperCase(Locale.ROOT) + "  bell-1.0.jar\n");

    assertThat(jars(1000).jar(BELL, folder)).isEqualTo(folder.resolve("bell-1.0.jar"));
    assertThat(folder.resolve("bell-1.0.jar")).hasContent("abc");
  }

  @Test
  void theStrongestChecksumCounts() {
    files.put(PATH, "abc");
    files.put(PATH + ".sha1", SHA1);
    files.put(PATH + ".sha256", "0".repeat(64));

    assertRefused(1000, "com.acme:bell:1.0 does not match its SHA-256 checksum; try again later");
  }

  @Test
  void aJarWithoutAChecksumIsRefused() {
    files.put(PATH, "abc");

    assertRefused(1000, "com.acme:bell:1.0 has no checksum at 127.0.0.1; add its jar by name");
  }

  @Test
  void aJarThatIsMissingOrTooLargeIsRefused() {
    assertRefused(
        1000, "com.acme:bell:1.0 is neither in ~/.m2/repository nor at 127.0.0.1; check its");
    files.put(PATH, "abcd");
    assertRefused(3, "is larger than 3 bytes; add its jar by name");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    server.stop(0);
    assertRefused(1000, "127.0.0.1 cannot be reached (");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.acme:bell", "a:b:c:d", "..:bell:1", "a:b/c:1", "a:b:..", "a::1", "a:b:1..2"})
  void otherTextIsNoCoordinates(String text) {
    assertThat(MavenCoordinates.parse(text)).isEmpty();
  }

  @Test
  void coordinatesNameAPath() {
    assertThat(MavenCoordinates.parse("com.acme:bell:1.0").map(MavenCoordinates::path))
        .contains(PATH.substring(1));
  }

  private void assertRefused(int largest, String complaint) {
    assertThatThrownBy(() -> jars(largest).jar(BELL, folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(complaint);
    assertThat(folder).isEmptyDirectory();
  }

  private MavenJars jars(int largest) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new MavenJars(Optional.empty(), new CheckedDownload(base, largest, Optional.empty()));
  }
}
