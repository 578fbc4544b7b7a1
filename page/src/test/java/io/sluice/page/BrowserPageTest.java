package io.sluice.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.server.http.Mount;
import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, as a server hands them out. */
class BrowserPageTest {

  private static final Path FILES =
      Path.of("src", "main", "resources", "io", "sluice", "page", "files");
  private static final int LARGEST = 60 * 1024;

  private final Mount page = BrowserPage.create();

  @Test
  void theDocumentHasThePolicyAndIsAskedForEachTime() {
    Reply reply = get("/");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(new String(reply.body(), UTF_8)).contains("/assets/main.js");
    assertThat(field(reply, "Content-Security-Policy"))
        .contains("default-src 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe");
    assertThat(field(reply, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void aFileThatTheBrowserHasIsNotSentAgain() {
    String tag = field(get("/assets/main.js"), "ETag");

    Reply again =
        answer(Request.builder("GET", "/assets/main.js").header("If-None-Match", tag).build());

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/",
        "/assets/../Page.class",
        "/assets/views/../main.js",
        "/assets/%2e%2e/main.js",
        "/assetsmain.js",
        "/other"
      })
  void anyOtherPathHasNothing(String path) {
    assertThatThrownBy(() -> get(path))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reply().status()).isEqualTo(404));
  }

  @Test
  void aFileIsOnlyRead() {
    assertThatThrownBy(() -> answer(Request.builder("POST", "/").build()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("GET");
  }

  @Test
  void everyFileIsServedAndAllOfThemAreSmall() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (String name : names()) {
        gzip.write(get("/assets/" + name).body());
      }
      gzip.write(get("/assets/htm-preact.js").body());
    }
    assertThat(packed.size()).isLessThan(LARGEST);
  }

  /** The simulator knows nothing of this page, and has the file a second time. */
  @Test
  void thePageOfTheSimulatorHasTheSameColours() throws Exception {
    try (Simulator simulator = Simulator.start()) {
      URI colours = simulator.baseUrl().resolve("/welcome/tokens.css");
      HttpResponse<String> served =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(colours).build(), HttpResponse.BodyHandlers.ofString());

      assertThat(served.body()).isEqualTo(Files.readString(FILES.resolve("look/tokens.css")));
    }
  }

  @Test
  void noScriptMakesHtmlOfText() throws IOException {
    for (String name : names()) {
      assertThat(Files.readString(FILES.resolve(name)))
          .as(name)
          .doesNotContain(
              "innerHTML",
              "outerHTML",
              "insertAdjacentHTML",
              "document.write",
              "eval(",
              "dangerouslySetInnerHTML",
              "https://cdn");
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(FILES)) {
      return all.filter(Files::isRegularFile)
          .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private Reply get(String path) {
    return answer(Request.builder("GET", path).build());
  }

  private Reply answer(Request request) {
    return page.answer(request).toCompletableFuture().join();
  }

  private static String field(Reply reply, String name) {
    return reply.headers().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
