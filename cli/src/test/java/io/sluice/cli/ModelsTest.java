package io.sluice.cli;

import static io.sluice.cli.WireBytes.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
  private static final String TWO =
      "{\"object\":\"list\",\"data\":[{\"id\":\"zeta\", \"x\": 1},\n{\"id\":\"Alpha\"},{\"id\":\"zeta\"}]}";

  @TempDir private Path folder;
  private Sluice sluice = Sluice.command();

  @BeforeEach
  void makeHome() {
    sluice = new UserHome(folder).script().in(folder);
  }

  @Test
  void theModelsOfAServerAreListedByName() throws IOException {
    Sluice.Ran ran = listed(200, TWO, "models");

    assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Alpha\nzeta\n", ""));
  }

  @Test
  void asJsonEachIsALineAsTheServerSentIt() throws IOException {
    Sluice.Ran ran = listed(200, TWO, "models", "--json");

    assertThat(ran.out()).isEqualTo("{\"id\":\"Alpha\"}\n{\"id\":\"zeta\", \"x\": 1}\n");
  }

  @Test
  void wordsChooseAmongThemInAnyCase() throws IOException {
    assertThat(listed(200, TWO, "models", "AL").out()).isEqualTo("Alpha\n");
    assertThat(listed(200, TWO, "models", "a", "ze").out()).isEqualTo("zeta\n");

    Sluice.Ran none = listed(200, TWO, "models", "beta");

    assertThat(none)
        .isEqualTo(
            new Sluice.Ran(ExitCode.COMPLETED, "", "no model of 3 has 'beta' in its name\n"));
  }

  @Test
  void aliasesAreListedAndMarked() throws IOException {
    Files.writeString(folder.resolve("sluice.yaml"), "aliases: {fast: zeta}\n");

    assertThat(listed(200, TWO, "models").out()).isEqualTo("Alpha\nfast (alias of zeta)\nzeta\n");
    assertThat(listed(200, TWO, "models", "--json", "fast").out())
        .isEqualTo("{\"id\":\"fast\",\"alias_of\":\"zeta\"}\n");
  }

  @Test
  void theBuiltInModelIsListedOffline() {
    Sluice.Ran ran = sluice.run("models");

    assertThat(ran.out()).isEqualTo("sluice-offline\n");
    assertThat(ran.err()).isEqualTo("offline: no OPENAI_API_KEY; a small built-in model answers\n");
    assertThat(folder.resolve(".cache")).doesNotExist();
  }

  @Test
  void aNamedEndpointIsAskedWithItsOwnKey() throws IOException {
    try (RawServer server = RawServer.answering(answer(200, TWO))) {
      Files.createDirectories(folder.resolve(".config/sluice"));
      Files.writeString(
          folder.resolve(".config/sluice/sluice.yaml"),
          "endpoints: {work: {base-url: '" + server.url() + "', api-key-variable: WORK}}\n");
      Sluice.Ran ran =
          sluice
              .with("WORK", "sk-work")
              .with("OPENAI_API_KEY", "sk-other")
              .run("models", "--endpoint", "work");

      assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.COMPLETED);
      assertThat(server.requests().get(0).head())
          .startsWith("GET /v1/models HTTP/1.1\r\n")
          .contains("Authorization: Bearer sk-work\r\n");
    }
  }

  @Test
  void otherDialectsListTheirModelsPageByPage() throws IOException {
    try (RawServer server =
        RawServer.answeringEach(
            request ->
                request.head().contains("after_id=b")
                    ? answer(200, "{\"data\":[{\"id\":\"a\"}],\"has_more\":false}")
                    : answer(
                        200, "{\"data\":[{\"id\":\"b\"}],\"has_more\":true,\"last_id\":\"b\"}"))) {
      Sluice.Ran ran =
          sluice.with("ANTHROPIC_BASE_URL", server.url()).run("models", "--dialect", "anthropic");

      assertThat(ran.out()).as(ran.err()).isEqualTo("a\nb\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "200 | <html>x</html> | FAILED | the server answered with no list of models, but with ",
        "200 | {\"error\":{\"message\":\"no\",\"code\":\"invalid_api_key\"}} | NOT_AUTHORISED | no",
        "401 | {\"error\":\"no\"} | NOT_AUTHORISED | the server answered 401: no; check OPENAI_API_KEY",
        "429 | {\"error\":\"no\"} | RATE_LIMITED | the server answered 429: no",
        "500 | no | FAILED | the server answered 500: no",
        "302 | no | FAILED | the server answered 302",
      })
  void anErrorHasTheWordsAndTheCodeThatAskHas(int status, String body, ExitCode code, String line)
      throws IOException {
    Sluice.Ran ran = listed(status, body, "models", "--retries", "0");

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("sluice: " + line);
  }

  @ParameterizedTest
  @CsvSource({"404", "405", "501"})
  void aServerWithoutAListIsNamed(int status) throws IOException {
    Sluice.Ran ran = listed(status, "no", "models", "--retries", "0");

    assertThat(ran.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err())
        .matches(
            "sluice: http://127.0.0.1:\\d+/v1 lists no models: it answered "
                + status
                + "; check the base URL, or name a model with --model\n");
  }

  @Test
  void silenceEndsWithItsOwnCode() throws IOException {
    try (RawServer server = RawServer.answering((socket, in) -> in.read())) {
      Sluice.Ran ran =
          sluice.with("OPENAI_BASE_URL", server.url()).run("models", "--idle-timeout", "50ms");

      assertThat(ran.code()).isEqualTo(ExitCode.TIMED_OUT);
      assertThat(ran.err()).contains("allow more with --idle-timeout");
    }
  }

  @Test
  void theNamesAreKeptForShellsUnlessAShellWouldExpandThem() throws IOException {
    String many =
        IntStream.range(0, 1500).mapToObj(i -> "\"m" + i + "\"").collect(Collectors.joining(","));
    listed(200, "[\"a:b/c\",\"$(x)\",\"two words\"," + many + "]", "models");
    List<String> kept = Files.readAllLines(cache().resolve("default"));

    assertThat(kept).hasSize(1001).startsWith(kept.get(0), "a:b/c", "m0").endsWith("m998");
    assertThat(Long.parseLong(kept.get(0))).isGreaterThan(System.currentTimeMillis() / 1000);
  }

  @Test
  void aServerOfOneCallIsNotKept() throws IOException {
    try (RawServer server = RawServer.answering(answer(200, TWO))) {
      sluice.run("models", "--base-url", server.url());
    }
    assertThat(cache()).doesNotExist();
  }

  @Test
  void ofManyListsTheOldestAreForgotten() throws IOException {
    Files.createDirectories(cache());
    for (int i = 0; i < 40; i++) {
      Path old = Files.writeString(cache().resolve("old" + i), "1\n");
      Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000L + i * 1000L));
    }
    listed(200, TWO, "models");

    assertThat(cache().toFile().list()).hasSize(32).contains("default", "old39");
    assertThat(cache().resolve("old0")).doesNotExist();
  }

  @Test
  void aCacheThatCannotBeWrittenCostsNothing() throws IOException {
    Files.writeString(folder.resolve(".cache"), "a file");

    assertThat(listed(200, TWO, "models"))
        .isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Alpha\nzeta\n", ""));
  }

  private Path cache() {
    return folder.resolve(".cache/sluice/models");
  }

  private Sluice.Ran listed(int status, String body, String... words) throws IOException {
    try (RawServer server = RawServer.answering(answer(status, body))) {
      return sluice.with("OPENAI_BASE_URL", server.url()).run(words);
    }
  }

  private static RawServer.Answer answer(int status, String body) {
    return (socket, in) ->
        socket.getOutputStream().write(response(status, "", body).getBytes(UTF_8));
  }
}
