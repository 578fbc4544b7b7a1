package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever cannot begin gets one line on stderr, with the remedy, and exit 2. */
class ComplaintsTest {
  private static final List<List<String>> CALLS =
      List.of(
          List.of(),
          List.of("ask", "  "),
          List.of("--modle", "gpt-4o", "hello"),
          List.of("hello", "--flag-nobody-knows"),
          List.of("hello", "--model"),
          List.of("hello", "-t", "warm"),
          List.of("hello", "-t", "-1"),
          List.of("hello", "--top-p", "2"),
          List.of("hello", "--max-tokens", "many"),
          List.of("hello", "--max-tokens", "0"),
          List.of("hello", "-n", "0"),
          List.of("hello", "--seed", "1.5"),
          List.of("hello", "--param", "user"),
          List.of("hello", "--param", "user={anna"),
          List.of("hello", "-p", "review"),
          List.of("hello", "--field", "file=a"),
          List.of("hello", "--retries", "-1"),
          List.of("hello", "--idle-timeout", "10"),
          List.of("hello", "--total-timeout", "0s"),
          List.of("hello", "--base-url", "localhost:8080"),
          List.of("hello", "--base-url", "http://exa mple/v1"),
          List.of("hello", "--api-key-file", "no-such-file"),
          List.of("hello", "--dialect", "antropic"),
          List.of("hello", "--dialect", "anthropic"),
          List.of("hello", "--dialect", "cohere"),
          List.of("hello", "--dialect", "cohere", "--offline"),
          List.of("hello", "--json", "--events"),
          List.of("hello", "--json", "--sink", "console"),
          List.of("hello", "--sink", "consloe"),
          List.of("hello", "--sink", "file:pth=a.txt"),
          List.of("hello", "--sink", "file:path"),
          List.of("hello", "--sink", ""),
          List.of("hello", "--plugin", "no-such.jar", "--sink", "file:path=x"),
          List.of("inspect", "hello", "--sink", "console"),
          List.of("inspect", "hello", "--limit", "-1"),
          List.of("inspect", "hello", "--json"),
          List.of("compare"),
          List.of("compare", "hello", "--no-stream"),
          List.of("compare", "hello", "--models", "a"),
          List.of("compare", "hello", "--models", "a,,b"),
          List.of("compare", "hello", "--models", "a,b", "--temperatures", "0,1"),
          List.of("compare", "hello", "--models", "a,b", "--model", "a"),
          List.of("compare", "hello", "--temperatures", "0,warm"),
          List.of("compare", "hello", "--temperatures", "0,-1"),
          List.of("compare", "hello", "--base-urls", "http://localhost:1/v1,localhost:2"),
          List.of("compare", "hello", "--sink", "console"),
          List.of("compare", "hello", "--sink", "file:path=a.md"),
          List.of("compare", "hello", "--models", "a,b", "--sink", "file:path=a.md"),
          List.of("compare", "hello", "--base-urls", "http://a/v1,http://b/v1", "--offline"),
          List.of("compare", "hello", "--events"),
          List.of(
              "compare",
              "hello",
              "--dialect",
              "anthropic",
              "--base-url",
              "http://x",
              "--seed",
              "1"),
          List.of("replay"),
          List.of("replay", "no-such-file.sse"),
          List.of("replay", "."),
          List.of("replay", "pom.xml", "--speed", "-1"),
          List.of("replay", "pom.xml", "--dialect", "opnai"),
          List.of("sse", "no-such-file.sse"),
          List.of("sse", "http://"),
          List.of("tokens", "no-such-file.txt"),
          List.of("tokens", "--encoding", "o200k"),
          List.of("tokens", "--messages", "pom.xml"),
          List.of("tokens", "--jsonl-field", "text", "pom.xml"),
          List.of("simulate", "8080"),
          List.of("simulate", "--port", "65536"),
          List.of("simulate", "--port", "eighty"),
          List.of("simulate", "--replay", "no-such-file.sse"),
          List.of("simulate", "--fault", "ct=3"),
          List.of("simulate", "--rate", "-2"),
          List.of("sinks", "fil"),
          List.of("sinks", "file", "console"),
          List.of("chat", "hello"),
          List.of("chat", "--choices", "2"),
          List.of("chat", "--sink", "nope"),
          List.of("hello", "-c", "--conversation", "work"),
          List.of("log"),
          List.of("log", "lst"),
          List.of("log", "list", "all"),
          List.of("log", "list", "--all"),
          List.of("log", "list", "--status", "complete"),
          List.of("log", "list", "--since", "yesterday"),
          List.of("log", "list", "--limit", "-1"),
          List.of("log", "search"),
          List.of("log", "show", "--limit", "1"),
          List.of("log", "rm"),
          List.of("log", "rm", "last", "--all"),
          List.of("log", "off", "now"),
          List.of("config", "edit"),
          List.of("config", "show", "path"),
          List.of("config", "path"),
          List.of("config", "init"),
          List.of("hello", "--endpoint", "grok"),
          List.of("hello", "--endpoint", "groq"),
          List.of("hello", "--endpoint", "groq", "-m", "m"),
          List.of("hello", "--endpoint", "openai"),
          List.of("hello", "--record", "."),
          List.of("hello", "--record", "no-such-folder/a.sse"),
          List.of("hello", "--record", "-", "--json"),
          List.of("inspect", "hello", "--record", "-"),
          List.of("completion"),
          List.of("completion", "zhs"));

  @Test
  void badInputGetsOneLineWithTheRemedy() throws IOException {
    var said = new StringBuilder();
    for (List<String> call : CALLS) {
      Sluice.Ran ran = Sluice.command().run(call.toArray(String[]::new));
      String typed = "$ sluice " + String.join(" ", call);

      assertThat(ran.code()).as(typed).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.out()).as(typed).isEmpty();
      assertThat(errors(ran)).as(typed).hasSize(1);
      said.append(typed.stripTrailing()).append('\n').append(errors(ran).get(0)).append('\n');
    }
    Golden.compare("complaints.txt", said.toString());
  }

  @Test
  void variablesAreNamedInsteadOfFlags() {
    assertThat(error(Sluice.command().with("SLUICE_TEMPERATURE", "warm")))
        .isEqualTo("sluice: SLUICE_TEMPERATURE is 'warm'; use a number");
    assertThat(error(Sluice.command().with("SLUICE_JSON", "perhaps")))
        .isEqualTo("sluice: SLUICE_JSON is 'perhaps'; use true or false");
    assertThat(error(Sluice.command().with("OPENAI_API_KEY", "")))
        .isEqualTo("sluice: the API key is empty; set it or unset its variable");
    assertThat(error(Sluice.command().with("OPENAI_BASE_URL", "example.org")))
        .isEqualTo(
            "sluice: base URL 'example.org' is no http or https URL; write it like"
                + " https://host/v1");
    assertThat(
            error(
                Sluice.command()
                    .with("OPENAI_API_KEY", "sk-1")
                    .with("HTTPS_PROXY", "socks5://u:p@h:1")))
        .isEqualTo(
            "sluice: HTTPS_PROXY names a SOCKS proxy, which is not spoken; set it to an HTTP proxy,"
                + " such as http://host:3128, unset it, or list the server's host in NO_PROXY");
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Sluice.Ran ran =
          Sluice.command().run("simulate", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err())
          .isEqualTo(
              "sluice: port "
                  + taken.getLocalPort()
                  + " is in use; choose another, or 0 for a free one\n");
    }
  }

  @Test
  void aFileThatExistsIsNotOverwrittenAndNothingIsSent(@TempDir Path folder) throws IOException {
    Path answer = Files.writeString(folder.resolve("answer.md"), "precious");

    Sluice.Ran ran = Sluice.command().run("hello", "--sink", "file:path=" + answer);

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).isEmpty();
    assertThat(errors(ran))
        .containsExactly(
            "sluice: sink 'file': "
                + answer
                + " already exists; pass overwrite=true to replace it");
    assertThat(answer).hasContent("precious");
  }

  @Test
  void debugAddsTheTrace() {
    assertThat(Sluice.command().run("hello", "-t", "warm", "--debug").err())
        .startsWith("sluice: --temperature is 'warm'; use a number\n")
        .contains("SettingsException", "\tat io.sluice.cli.");
  }

  private static String error(Sluice sluice) {
    Sluice.Ran ran = sluice.run("hello");
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    return ran.err().strip();
  }

  private static List<String> errors(Sluice.Ran ran) {
    return ran.err().lines().filter(line -> !line.startsWith("offline:")).toList();
  }
}
