package io.sluice.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.fault.Fault;
import io.sluice.simulator.fault.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a simulator says of itself to those who open it. */
class WelcomeTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Test
  void aBrowserGetsAPageWithEveryFault() throws Exception {
    try (var simulator = Simulator.start()) {
      HttpResponse<String> page = get(simulator, "/", BROWSER);

      assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
      assertThat(page.body())
          .contains(
              "<code>sluice-offline</code> answers.",
              "<code>" + simulator.baseUrl() + "</code>",
              "Answers are healthy, unless")
          .doesNotContain(
              "class=\"always\"", "<script", "{answers}", "{apis}", "{curl}", "{faults}");
      for (FaultKind kind : Fault.kinds()) {
        assertThat(page.body()).contains("<tr id=\"" + kind.name() + "\"><th scope=\"row\"><code>");
      }
    }
  }

  @Test
  void thePageSaysWhatIsDifferentAboutThisServer() throws Exception {
    byte[] answer = "data: [DONE]\n\n".getBytes(UTF_8);
    try (var simulator =
        Simulator.builder()
            .replayBytes(answer, "text/event-stream")
            .rate(20)
            .fault(Fault.parse("cut=5"))
            .fault(Fault.parse("freeze=5,2"))
            .start()) {
      assertThat(get(simulator, "/", BROWSER).body())
          .contains(
              "A recording answers every request, with 20 chunks a second.",
              "Every answer has: <code>cut=5</code>, <code>freeze=5,2</code>.",
              "<tr id=\"cut\" class=\"always\">",
              "<tr id=\"freeze\" class=\"always\">",
              "<tr id=\"gzip\"><");
    }
  }

  @Test
  void thePageFindsItsStyleAndOtherClientsGetAText() throws Exception {
    try (var simulator = Simulator.start()) {
      for (String style : new String[] {"tokens.css", "page.css"}) {
        assertThat(get(simulator, "/", BROWSER).body()).contains("href=\"/welcome/" + style + "\"");
        assertThat(get(simulator, "/welcome/" + style, "text/css").headers().map())
            .containsEntry("content-type", List.of("text/css; charset=utf-8"));
      }
      assertThat(get(simulator, "/welcome/page.html", BROWSER).statusCode()).isEqualTo(404);
      assertThat(get(simulator, "/", "*/*").body())
          .startsWith("This is the Sluice simulator")
          .contains("curl " + simulator.baseUrl() + "/chat/completions");
    }
  }

  private static HttpResponse<String> get(Simulator simulator, String path, String accepted)
      throws IOException, InterruptedException {
    URI address = simulator.baseUrl().resolve(path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Accept", accepted).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
