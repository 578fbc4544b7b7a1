package io.sluice.cli;

import static io.sluice.cli.WireBytes.DONE;
import static io.sluice.cli.WireBytes.HELLO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whom an endpoint asks, and with whose key. */
class EndpointTest {
  @TempDir private Path folder;
  private RawServer server;
  private RawServer other;

  @BeforeEach
  void serve() throws IOException {
    ChunkedAnswer hello = ChunkedAnswer.events((HELLO + DONE).getBytes(UTF_8));
    server = RawServer.answering(hello);
    other = RawServer.answering(hello);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    other.close();
  }

  @Test
  void theKeyAppearsNowhere() {
    Sluice sluice = Sluice.command().with("OPENAI_API_KEY", "sk-secret");
    for (String fault : List.of("status=401", "cut=2", "no-done")) {
      try (Simulator simulator = Simulator.builder().fault(Fault.parse(fault)).start()) {
        Sluice.Ran ran =
            sluice.run(
                "--base-url", simulator.baseUrl().toString(), "--events", "--debug", "hello");

        assertThat(ran.out() + ran.err()).doesNotContain("sk-secret");
      }
    }
  }

  @Test
  void aNamedEndpointGetsItsOwnKeyModelAndSettings() throws IOException {
    config(
        """
        model: elsewhere
        endpoints:
          work:
            base-url: URL
            api-key-variable: WORK_KEY
            model: our-model
            no-include-usage: true
            max-tokens: 7
        """);

    assertThat(sluice().with("WORK_KEY", "w-1").run("hello", "--endpoint", "work").err()).isEmpty();
    assertThat(request(server).head()).contains("\r\nAuthorization: Bearer w-1\r\n");
    assertThat(request(server).body())
        .contains("\"model\":\"our-model\"", "\"max_tokens\":7")
        .doesNotContain("include_usage");
  }

  @Test
  void anEndpointHasHeaderFieldsAndAQueryOfItsOwn() throws IOException {
    config(
        """
        endpoints:
          work:
            base-url: URL
            api-key-variable: WORK_KEY
            api-key-header: api-key
            model: our-model
            headers: {X-Tenant: acme, X-Note: "a: b"}
            query: {api-version: "2024-10-21"}
        """);

    sluice()
        .with("WORK_KEY", "w-1")
        .run("hello", "--endpoint", "work", "--header", "x-note: mine", "--header", "A: 1");
    assertThat(request(server).head())
        .startsWith("POST /v1/chat/completions?api-version=2024-10-21 HTTP/1.1\r\n")
        .contains("\r\napi-key: w-1\r\n", "\r\nX-Tenant: acme\r\n", "\r\nx-note: mine\r\n")
        .contains("\r\nA: 1\r\n")
        .doesNotContain("Authorization", "a: b");
  }

  @Test
  void theVariableOfAnEndpointNamesItsServer() throws IOException {
    assertThat(
            sluice()
                .with("AZURE_OPENAI_BASE_URL", server.url())
                .with("AZURE_OPENAI_API_KEY", "az-1")
                .run("hello", "--endpoint", "azure", "-m", "deployment")
                .err())
        .isEmpty();
    assertThat(request(server).head()).contains("\r\napi-key: az-1\r\n");
  }

  @Test
  void anEndpointWithoutAServerNeverAsksAnother() {
    Sluice.Ran ran =
        sluice()
            .with("AZURE_OPENAI_API_KEY", "az-1")
            .with("OPENAI_BASE_URL", server.url())
            .run("hello", "--endpoint", "azure", "-m", "deployment");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: endpoint 'azure' has no URL; set AZURE_OPENAI_BASE_URL, or give it a base-url"
                + " in sluice.yaml\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aMalformedHeaderIsRefusedAndItsSecretNotShown() {
    Sluice.Ran ran = sluice().run("hello", "--header", "X-Token sk-secret");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo("sluice: --header: a header field has no colon; write it like 'Name: value'\n");
  }

  @Test
  void whatIsGivenForThisCallWinsOverTheEndpoint() throws IOException {
    config("endpoint: work\nendpoints: {work: {base-url: 'URL', model: a, temperature: 1}}\n");

    sluice().with("SLUICE_TEMPERATURE", "0").run("hello", "-m", "b");

    assertThat(request(server).body()).contains("\"model\":\"b\"", "\"temperature\":0");
  }

  @Test
  void anEndpointWithoutAKeyIsAskedWithoutOne() throws IOException {
    config("endpoint: local\nendpoints: {local: {base-url: 'URL', model: m}}\n");

    sluice().with("OPENAI_API_KEY", "sk-secret").run("hello");

    assertThat(request(server).head()).doesNotContainIgnoringCase("authorization");
  }

  @Test
  void aServerThatTheEnvironmentNamesWinsOverTheEndpointOfAFile() throws IOException {
    config("endpoint: work\nendpoints: {work: {base-url: 'URL', api-key-variable: WORK_KEY}}\n");

    sluice()
        .with("OPENAI_BASE_URL", other.url())
        .with("OPENAI_API_KEY", "sk-1")
        .with("WORK_KEY", "w-1")
        .run("hello");

    assertThat(server.requests()).isEmpty();
    assertThat(request(other).head()).contains("Bearer sk-1").doesNotContain("w-1");
  }

  @Test
  void aKeyThatIsMissingIsNamedAndNothingIsSent() throws IOException {
    config("endpoints: {work: {base-url: 'URL', api-key-variable: WORK_KEY, model: m}}\n");

    Sluice.Ran ran = sluice().with("OPENAI_API_KEY", "sk-1").run("hello", "--endpoint", "work");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: endpoint 'work' has no key; set WORK_KEY,"
                + " or give it an api-key-command in sluice.yaml\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aKeyMayStandInAFileBesideTheSettings() throws IOException {
    config("base-url: URL\napi-key-file: key.txt\n");
    Files.writeString(folder.resolve("sluice").resolve("key.txt"), "f-1\n");

    sluice().run("hello");

    assertThat(request(server).head()).contains("Bearer f-1\r\n");
  }

  @Test
  void theKeysOfFilesAreNotSentInAnotherDialect() throws IOException {
    config("base-url: URL\napi-key-file: key.txt\n");
    Files.writeString(folder.resolve("sluice").resolve("key.txt"), "f-1\n");

    sluice().with("ANTHROPIC_BASE_URL", other.url()).run("hello", "--dialect", "anthropic");

    assertThat(server.requests()).isEmpty();
    assertThat(request(other).head()).doesNotContain("f-1");
  }

  @Test
  void aKnownEndpointMayBeGivenAnotherKeyOrServer() throws IOException {
    config("endpoints: {groq: {base-url: 'URL', model: m}}\n");

    sluice().with("GROQ_API_KEY", "g-1").run("hello", "--endpoint", "groq");

    assertThat(request(server).head()).contains("Bearer g-1\r\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProgramMayBeAskedForTheKey() throws IOException {
    config(
        """
        base-url: URL
        api-key-command: >-
          sh -c 'echo say >&2; echo c-1; echo "user: me"'
        """);

    Sluice.Ran ran = sluice().run("hello");

    assertThat(request(server).head()).contains("Bearer c-1\r\n");
    assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Hello\n", "say\n"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProgramThatGivesNoKeyIsOneLine() throws IOException {
    for (String command : new String[] {"sh -c 'echo sk-1; exit 3'", "no-such-program x", "\"x"}) {
      config("api-key-command: >-\n  " + command + "\n");

      Sluice.Ran ran = sluice().run("hello");

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).hasLineCount(1).contains("sluice.yaml:1: api-key-command");
    }
    assertThat(server.requests()).isEmpty();
  }

  private void config(String yaml) throws IOException {
    Path file = folder.resolve("sluice").resolve("sluice.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml.replace("URL", server.url()));
  }

  private Sluice sluice() {
    return Sluice.command().in(folder).with("XDG_CONFIG_HOME", folder.toString());
  }

  private static RawServer.Request request(RawServer asked) {
    assertThat(asked.requests()).hasSize(1);
    return asked.requests().get(0);
  }
}
