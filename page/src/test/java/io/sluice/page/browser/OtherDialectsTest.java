package io.sluice.page.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.dialects.anthropic.AnthropicDialect;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of the payloads of other APIs; the same model says the same in all. */
class OtherDialectsTest extends BrowserTest {

  private static final String ASKED = "\"role\":\"user\",\"content\":\"Write a haiku.\"";
  private static final String CHAT =
      "{\"model\":\"sluice-offline\",\"stream\":true,\"temperature\":0,\"max_tokens\":200,"
          + "\"messages\":[{"
          + ASKED
          + "}]}";
  private static final String RESPONSES =
      "{\"model\":\"sluice-offline\",\"stream\":true,\"temperature\":0,\"input\":[{"
          + ASKED
          + "}]}";
  private static final String GEMINI =
      "{\"generationConfig\":{\"temperature\":0},\"contents\":[{\"role\":\"user\",\"parts\":"
          + "[{\"text\":\"Write a haiku.\"}]}]}";
  private static final String OLLAMA =
      "{\"model\":\"sluice-offline\",\"options\":{\"temperature\":0},\"messages\":[{"
          + ASKED
          + "}]}";

  @TempDir private Path folder;

  @Test
  void eachDialectIsReadToTheSameTextAndReason() throws Exception {
    Tab tab = open(kept(ServedPage.answering(folder, 0, words(5))));
    try (Simulator model = Simulator.start()) {
      String expected = read(tab, "openai", stream(model, "/v1/chat/completions", CHAT));

      assertThat(expected).endsWith("|stop").hasSizeGreaterThan(20);
      assertThat(read(tab, "anthropic", stream(model, "/v1/messages", CHAT)))
          .isEqualTo(expected.replace("|stop", "|end_turn"));
      assertThat(read(tab, "responses", stream(model, "/v1/responses", RESPONSES)))
          .isEqualTo(expected.replace("|stop", "|"));
      assertThat(
              read(
                  tab,
                  "gemini",
                  stream(model, "/v1beta/models/m:streamGenerateContent?alt=sse", GEMINI)))
          .isEqualTo(expected);
      assertThat(read(tab, "ollama", stream(model, "/api/chat", OLLAMA))).isEqualTo(expected);
    }
  }

  @Test
  void anAnswerOfAnotherDialectIsAskedForShownAndContinued() {
    ServedPage page = ServedPage.of(folder, model -> model.rate(200), new AnthropicDialect());
    Tab tab = ask(open(kept(page)), "Write a haiku about coding.").until(ENDED);
    String run = "/api/runs/${document.querySelector('article').dataset.run}";

    assertThat(tab.read("fetch(`" + run + "/transcript`).then(reply => reply.text())"))
        .contains("\"dialect\":\"anthropic\"", "content_block_delta");
    String content = "reply.choices[0].message.content.replace(/\\s/g, '')";
    assertThat(tab.text(".text").replaceAll("\\s", ""))
        .hasSizeGreaterThan(20)
        .isEqualTo(
            tab.read("fetch(`" + run + "`).then(r => r.json()).then(reply => " + content + ")"));
    assertThat(tab.read("document.querySelector('.mark')")).isEqualTo("null");

    tab.focus("#prompt").type("And another one.").press("Enter");
    tab.until("document.querySelectorAll('article[aria-busy=false]').length === 2");
  }

  /** The text that a reader of the page gathers, and the reason of the end. */
  private static String read(Tab tab, String dialect, String payloads) {
    return tab.read(
        "import('/assets/runs/dialects.js').then(({ readerOf }) => { let text = '', end = '';"
            + " const answer = {text: piece => { text += piece }, reasoning() {}, tool() {},"
            + " finish: reason => { end = reason }}; "
            + payloads
            + ".forEach(data => readerOf('"
            + dialect
            + "')(data, answer)); return text + '|' + end })");
  }

  /** The payloads of an answer, as a list in JSON. */
  private static String stream(Simulator model, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(model.baseUrl().resolve(path))
            .header("Content-Type", "application/json")
            .header("anthropic-version", "2023-06-01")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> reply =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return reply
        .body()
        .lines()
        .map(line -> line.replaceFirst("^data: ", ""))
        .filter(line -> line.startsWith("{"))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
