package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Terminals;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are shown and not sent. */
class DryRunTest {
  @TempDir private Path folder;
  private Sluice sluice = Sluice.command();

  @BeforeEach
  void makeHome() {
    sluice =
        new UserHome(folder).person().in(folder).with("OPENAI_API_KEY", "sk-secret-0123456789");
  }

  @Test
  void theRequestIsShownWithItsTokensAndWithoutItsKey() {
    Sluice.Ran ran = sluice.run("--dry-run", "-t", "0", "Hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out())
        .startsWith(
            """
            POST https://api.openai.com/v1/chat/completions
            Authorization: Bearer ***
            Content-Type: application/json
            Accept: text/event-stream
            User-Agent: sluice/\
            """)
        .endsWith(
            """

            {
              "model": "gpt-4o-mini",
              "messages": [
                {
                  "role": "user",
                  "content": "Hello"
                }
              ],
              "temperature": 0,
              "stream": true,
              "stream_options": {
                "include_usage": true
              }
            }
            """);
    assertThat(ran.err()).isEqualTo("prompt: 8 tokens (o200k_base, exact, by the rule gpt-4o)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "inspect", "compare"})
  void nothingReachesTheServerOrTheArchive(String command) {
    List<String> received = new ArrayList<>();
    try (Simulator server =
        Simulator.builder().onRequest(request -> received.add(request.path())).start()) {
      Sluice.Ran ran =
          sluice
              .with("OPENAI_BASE_URL", server.baseUrl().toString())
              .run(
                  command,
                  "--dry-run",
                  "--sink",
                  "file:path=" + folder.resolve("{id}.md"),
                  "Hello");

      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.out()).contains("POST " + server.baseUrl() + "/chat/completions\n");
    }
    assertThat(received).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsShownIsWhatIsSent() {
    String[] words = {"--max-tokens", "7", "-s", "Be \"brief\"", "--stop", "é", "Hello"};
    List<String> all = new ArrayList<>(List.of("--json", "--dry-run"));
    all.addAll(List.of(words));
    String shown = sluice.run(all.toArray(String[]::new)).out();

    assertThat(JsonObject.read(shown).object("request").orElseThrow().object("body"))
        .map(JsonObject::members)
        .contains(UserHome.sent(sluice, words).members());
  }

  @Test
  void asJsonItIsOneObject() {
    JsonObject shown = JsonObject.read(sluice.run("--json", "--dry-run", "Hello").out());
    JsonObject request = shown.object("request").orElseThrow();

    assertThat(shown.members()).containsOnlyKeys("request", "endpoint", "offline", "tokens");
    assertThat(shown.string("endpoint")).contains("https://api.openai.com/v1");
    assertThat(request.string("method")).contains("POST");
    assertThat(request.string("url")).contains("https://api.openai.com/v1/chat/completions");
    assertThat(request.object("headers").orElseThrow().string("Authorization"))
        .contains("Bearer ***");
    assertThat(shown.object("tokens").map(JsonObject::members).orElseThrow().toString())
        .isEqualTo("{prompt=8, encoding=\"o200k_base\", basis=\"exact\", rule=\"gpt-4o\"}");
  }

  @Test
  void ofSeveralRequestsEachIsShownUnderItsLabel() {
    Sluice.Ran text = sluice.run("compare", "--dry-run", "Hello");
    Sluice.Ran json = sluice.run("compare", "--dry-run", "--models", "gpt-4o,b", "--json", "Hi");

    assertThat(text.out()).contains("--- streaming ---\nPOST ", "--- non-streaming ---\nPOST ");
    assertThat(text.err()).startsWith("streaming: prompt: 8 tokens").contains("non-streaming: p");
    assertThat(
            json.out().lines().map(JsonObject::read).map(line -> line.string("label").orElse("")))
        .containsExactly("gpt-4o", "b");
  }

  @Test
  void theBuiltInModelIsNotStarted() {
    Sluice.Ran ran = Sluice.command().run("--dry-run", "Hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out()).startsWith("POST http://127.0.0.1/v1/chat/completions\n");
    assertThat(ran.err())
        .startsWith("offline: no OPENAI_API_KEY; a small built-in model answers\n");
  }

  @Test
  void otherDialectsWriteTheirOwnRequest() {
    Sluice.Ran ran =
        sluice
            .with("ANTHROPIC_API_KEY", "sk-ant-0123456789")
            .run("--dialect", "anthropic", "--dry-run", "Hello");

    assertThat(ran.out())
        .startsWith("POST https://api.anthropic.com/v1/messages\nx-api-key: ***\n")
        .contains("\"max_tokens\": 4096");
    assertThat(ran.err()).contains("tokens (o200k_base, estimated, by the rule chat)");
  }

  @Test
  void noProgramIsRunForAKey() throws IOException {
    Path trace = folder.resolve("trace");
    config("endpoints: {work: {base-url: 'http://w/v1', api-key-command: 'touch " + trace + "'}}");
    Sluice.Ran ran = sluice.run("--endpoint", "work", "-m", "m", "--dry-run", "Hello");

    assertThat(ran.out())
        .startsWith("POST http://w/v1/chat/completions\nAuthorization: Bearer ***");
    assertThat(trace).doesNotExist();
  }

  @Test
  void aKeyInThePromptIsMaskedToo() {
    Sluice.Ran ran =
        sluice.run("--dry-run", "-s", "It is sk-secret-0123456789", "sk-secret-0123456789?");

    assertThat(ran.out() + ran.err()).doesNotContain("sk-secret");
    assertThat(ran.out()).contains("\"It is ***\"", "\"***?\"");
  }

  @Test
  void picturesAreShortened() {
    String picture = "data:image/png;base64," + "iVBORw0KGgo".repeat(500);
    String file = "--param=file={\"data\":\"" + "AAAA".repeat(100) + "\"}";
    Sluice.Ran ran = sluice.run("--dry-run", "--param=x=[\"" + picture + "\"]", file, "Hello");

    assertThat(ran.out())
        .contains("\"data:image/png;base64,iVBORw0KGgo", "… (5522 characters)\"")
        .contains("A… (400 characters)\"")
        .hasSizeLessThan(1_500);
  }

  @Test
  void theCostIsThatOfThePromptAndOfTheLongestAnswers() throws IOException {
    config("prices: {gpt-4o-mini: {input: 0.15, output: 0.60, currency: USD}}");
    Sluice.Ran limited = sluice.run("--dry-run", "--max-tokens", "1000", "-n", "2", "Hello");
    Sluice.Ran json = sluice.run("--dry-run", "--max-tokens", "1000", "--json", "Hello");

    assertThat(limited.err())
        .endsWith("\ncost: prompt 0.0000012 USD, answer at most 0.0012 USD (2000 tokens)\n");
    assertThat(sluice.run("--dry-run", "Hello").err())
        .endsWith("\ncost: prompt 0.0000012 USD, answer without a limit\n");
    assertThat(sluice.run("--dry-run", "-m", "other", "Hello").err())
        .endsWith("\ncost: no price for other in the settings\n");
    assertThat(JsonObject.read(json.out()).object("cost").map(JsonObject::members).toString())
        .contains("prompt=0.0000012", "answer_at_most=0.0006", "total_at_most=0.0006012");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sink flie     | sluice: unknown sink 'flie'; did you mean 'file'?",
        "--endpoint nope | sluice: --endpoint: unknown endpoint 'nope'",
        "--endpoint groq -m m | sluice: endpoint 'groq' has no key; set GROQ_API_KEY",
        "--base-url x    | sluice: base URL 'x' is no http or https URL",
        "--temperature a | sluice: --temperature is 'a'; use a number",
        "--ca-file none  | sluice: none",
      })
  void whatWouldNotBeSentIsRefused(String flags, String line) {
    List<String> words = new ArrayList<>(List.of(flags.split(" ")));
    words.addAll(List.of("--dry-run", "Hello"));
    Sluice.Ran ran = sluice.run(words.toArray(String[]::new));

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith(line);
  }

  @Test
  void aConversationIsRefusedAlsoByItsVariable() {
    assertThat(sluice.run("chat", "--dry-run").err())
        .isEqualTo(sluice.with("SLUICE_DRY_RUN", "1").run("chat").err())
        .contains("use 'sluice ask --dry-run'");
  }

  @Test
  void aTerminalGetsNoControlCharacters() {
    Sluice.Ran ran =
        sluice.on(new Terminals(false, true, true)).run("--dry-run", "a\u009b31mb\u202ec");

    assertThat(ran.out()).contains("a\\u009b31mb\uFFFDc");
  }

  private void config(String yaml) throws IOException {
    Files.createDirectories(folder.resolve(".config/sluice"));
    Files.writeString(folder.resolve(".config/sluice/sluice.yaml"), yaml + "\n");
  }
}
