package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process or a terminal of its own can show of {@code sluice serve}. */
@DisabledOnOs(OS.WINDOWS)
@Tag("thorough")
class ServeProcessTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"}) // HUP is ignored by what nohup has started.
  void aSignalSendsTheEndOfWhatIsUnderWayToItsReader(String signal, int expected) throws Exception {
    try (Simulator slow = Simulator.builder().fault(Fault.parse("stall=2")).start();
        Child child = Child.start(folder, slow.baseUrl().toString(), "serve", "--port", "0")) {
      String link = child.readLine();
      String run = start(link);
      try (Stream<String> events = follow(link, run)) {
        var lines = events.iterator();
        while (!lines.next().equals("event: chunk")) {}
        child.signal(signal);
        var rest = new StringBuilder();
        lines.forEachRemaining(rest::append);

        assertThat(rest).contains("event: end", "\"status\":\"stopped\"");
      }
      assertThat(child.exitCode()).isEqualTo(expected);
      assertThat(child.err()).isEmpty();
    }
  }

  @Test
  void theBuiltInModelAnswersAClientOfTheProcess() throws Exception {
    try (Child child = Child.start(folder, "", "serve", "--port", "0")) {
      String link = child.readLine();
      try (Stream<String> events = follow(link, start(link))) {
        assertThat(events.collect(Collectors.joining("\n")))
            .contains("event: open", "event: chunk", "\"status\":\"completed\"");
      }
      child.signal("TERM");

      assertThat(child.exitCode()).isEqualTo(143);
      assertThat(child.err())
          .isEqualTo("offline: no OPENAI_API_KEY; a small built-in model answers\n");
    }
  }

  @Test
  void atATerminalItSaysWhereItIsUntilItIsInterrupted() throws Exception {
    try (Window window = Window.open(folder, Map.of(), "serve", "--port", "0")) {
      assertThat(window.until("#t="))
          .startsWith("offline: no OPENAI_API_KEY; a small built-in model answers\nhttp://127.");
      window.press("C-c");

      assertThat(window.ended().code()).isEqualTo(130);
    }
  }

  @Test
  void theBrowserOfTheUserIsOpened() throws Exception {
    Path shown = folder.resolve("shown");
    Path browser = Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$1\" >" + shown);
    assertThat(browser.toFile().setExecutable(true)).isTrue();
    Sluice sluice = Sluice.command().with("BROWSER", browser.toString());
    try (Serving serving = Serving.start(sluice, "--open", "-q")) {
      serving.get("/api/about");
      LauncherHome.until(() -> Files.exists(shown) && Files.size(shown) > 0);

      assertThat(Files.readString(shown)).isEqualTo(serving.lines().get(0) + "\n");
    }
  }

  @Test
  void whereNoBrowserCanBeOpenedALineSaysSo() throws Exception {
    Sluice sluice = Sluice.command().with("BROWSER", "no-such-browser").with("OPENAI_API_KEY", "k");
    try (Serving serving = Serving.start(sluice, "--open")) {
      assertThat(serving.interrupt().err())
          .isEqualTo("no browser was opened: no-such-browser cannot be started; use the link\n");
    }
  }

  @Test
  void theCurlOfThePageIsAnswered() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "serve.md"));
    String curl = page.split("```sh\n", 2)[1].split("```", 2)[0];
    try (Serving serving = Serving.start(Sluice.command())) {
      Shell.Ran ran =
          Shell.in(folder).run(curl.replace("http://127.0.0.1:8787", serving.url()), Map.of());

      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(ran.out()).endsWith("data: [DONE]\n\n");
    }
  }

  private String start(String link) throws Exception {
    String order = Serving.order("hello");
    HttpRequest request = request(link, "/api/runs").POST(BodyPublishers.ofString(order)).build();
    String reply = http.send(request, BodyHandlers.ofString()).body();
    return JsonObject.read(reply).string("id").orElseThrow();
  }

  private Stream<String> follow(String link, String run) throws Exception {
    return http.send(request(link, "/api/events?run=" + run).build(), BodyHandlers.ofLines())
        .body();
  }

  private static HttpRequest.Builder request(String link, String path) {
    List<String> parts = List.of(link.split("/#t=", -1));
    return HttpRequest.newBuilder(URI.create(parts.get(0) + path))
        .header("Authorization", "Bearer " + parts.get(1));
  }
}
