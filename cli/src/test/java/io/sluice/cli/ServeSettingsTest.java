package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands under {@code serve:}, and what is refused before anything is served. */
class ServeSettingsTest {
  private static final String SECRET = "correct horse battery staple";
  private static final String SHA256 =
      "c4bbcb1fbec99d65bf59d85c8cb62ee2db963f0fe106f483d9afa73bd4e39a8a";

  private static final List<List<String>> CALLS =
      List.of(
          List.of("hello"),
          List.of("--port", "eighty"),
          List.of("--port", "65536"),
          List.of("--port", "-1"),
          List.of("--host", "0.0.0.0"),
          List.of("--host", "::"),
          List.of("--host", "no-such-host.invalid"),
          List.of("--endpoint", "grok"),
          List.of("--dialect", "cohere", "--offline"),
          List.of("--base-url", "localhost:8080"),
          List.of("--allow-origin", "*"),
          List.of("--open", "--no-page"),
          List.of("--allow-origin", "null"),
          List.of("--allow-origin", "app.example"),
          List.of("--allow-origin", "https://app.example/"),
          List.of("--allow-origin", "https://App.example"),
          List.of("--allow-origin", "https://app.example:443"),
          List.of("--allow-origin", "https://*.example"),
          List.of("--key", "mine"),
          List.of("--tls-cert", "no-such-file"),
          List.of("--tls-cert", "pom.xml"),
          List.of("--tls-key", "pom.xml"),
          List.of("--record", "-"),
          List.of("--record", "pom.xml"),
          List.of("--sink", "consloe"),
          List.of("--sink", "console"),
          List.of("--sink", "file:pth=a.txt"),
          List.of("--through", "wrods"),
          List.of("--client-key", "no-such-file", "--base-url", "https://localhost:1/v1"),
          List.of("--ca-file", "no-such-file", "--base-url", "https://localhost:1/v1"));

  private static final List<String> FILES =
      List.of(
          "serve: yes",
          "serve: {prot: 8080}",
          "serve: {port: eighty}",
          "serve: {model: gpt-4o}",
          "host: 127.0.0.1",
          "serve: {max-body: big}",
          "serve: {max-body: 0}",
          "serve: {max-body: 2GiB}",
          "serve: {keep: 15}",
          "serve: {runs: 0}",
          "serve: {record: always}",
          "serve: {detach: perhaps}",
          "serve: {keep-alive: 0s}",
          "serve: {allow-origin: ['*']}",
          "serve: {tokens: anna}",
          "serve: {tokens: []}",
          "serve: {tokens: [anna]}",
          "serve: {tokens: [{sha256: " + SHA256 + "}]}",
          "serve: {tokens: [{name: '', sha256: " + SHA256 + "}]}",
          "serve: {tokens: [{name: anna}]}",
          "serve: {tokens: [{name: anna, token: " + SECRET + "}]}",
          "serve: {tokens: [{name: anna, sha265: " + SHA256 + "}]}",
          "serve: {tokens: [{name: anna, sha256: abc}]}",
          "serve: {tokens: [{name: anna, sha256: " + SHA256 + ", rate: 60}]}",
          "serve: {tokens: [{name: anna, sha256: " + SHA256 + ", rate: 0/m}]}",
          "serve: {tokens: [{name: anna, sha256: " + SHA256 + ", endpoints: [olama]}]}",
          "serve: {tokens: [{name: anna, sha256: "
              + SHA256
              + ", endpoints: [ollama]}, {name: anna, sha256: "
              + SHA256
              + "}]}");

  @TempDir private Path folder;

  @Test
  void whatCannotBeServedGetsOneLineWithTheRemedy() throws IOException {
    var said = new StringBuilder();
    for (List<String> flags : CALLS) {
      said.append("$ sluice serve ").append(String.join(" ", flags)).append('\n');
      said.append(error(Sluice.command(), flags.toArray(String[]::new)));
    }
    for (String yaml : FILES) {
      settle(yaml);
      said.append(yaml).append('\n').append(error(user()));
    }
    assertThat(said).doesNotContain(SECRET + ";").doesNotContain("Exception");
    Golden.compare("serve-complaints.txt", said.toString().replace(folder.toString(), "XDG"));
  }

  @Test
  void aPortInUseIsNamedWithTheRemedy() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(error(Sluice.command(), "-q", "--port", port))
          .isEqualTo(
              "sluice: port "
                  + port
                  + " is in use; choose another, or 0 for a free one, with --port\n");
    }
  }

  @Test
  void aProjectsFileMayNotSayHowItIsServed() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(
        project.resolve("sluice.yaml"), "serve: {allow-origin: 'https://evil.example'}\n");

    assertThat(error(user().in(project)))
        .startsWith(
            "sluice: "
                + project.resolve("sluice.yaml")
                + ":1: a project may not say 'serve' unless you trust it; if you do, add to"
                + " 'trust:'");
  }

  @Test
  void tokensAreKnownByTheirHashesAndNoneIsPrinted() throws Exception {
    settle("serve:\n  tokens:\n    - {name: anna, sha256: " + SHA256 + ", rate: 2/m}\n");
    try (Serving serving = Serving.start(user())) {
      assertThat(serving.lines().get(0)).matches("http://127\\.0\\.0\\.1:\\d+/");
      assertThat(serving.getAs("guess", "/api/about").statusCode()).isEqualTo(401);
      assertThat(serving.getAs(SECRET, "/api/about").statusCode()).isEqualTo(200);
      assertThat(serving.getAs(SECRET, "/api/about").statusCode()).isEqualTo(200);
      assertThat(serving.getAs(SECRET, "/api/about").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aTokenUsesTheEndpointsAloneThatItsEntryNames() throws Exception {
    settle("serve:\n  tokens:\n    - {name: anna, sha256: " + SHA256 + ", endpoints: [ollama]}\n");
    try (Serving serving = Serving.start(user(), "--offline")) {
      assertThat(serving.getAs(SECRET, "/api/about").body()).contains("\"endpoints\":[]");
      assertThat(serving.getAs(SECRET, "/api/models?endpoint=offline").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void theFileSetsBoundsAndTheCommandLineWinsOverIt() throws Exception {
    settle("serve:\n  host: 127.0.0.2\n  max-body: 1KiB\n  runs-of-stream: 1\n");
    try (Serving serving = Serving.start(user(), "--host", "127.0.0.1")) {
      assertThat(serving.url()).startsWith("http://127.0.0.1:");
      assertThat(serving.post("/api/runs", Serving.order("x".repeat(2_000))).statusCode())
          .isEqualTo(413);
      assertThat(serving.get("/api/events?run=a&run=b").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void theSettingsShowWhatIsServed() throws IOException {
    settle(
        "serve:\n  keep: 5m\n  hosts: [a.example, b.example]\n  tokens: [{name: anna, sha256: "
            + SHA256
            + "}]\n");

    Sluice.Ran ran = user().run("config");

    assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "serve keep 5m " + folder + "/sluice/sluice.yaml:2",
            "serve hosts a.example " + folder + "/sluice/sluice.yaml:3",
            "serve hosts b.example " + folder + "/sluice/sluice.yaml:3",
            "serve token anna " + folder + "/sluice/sluice.yaml:4");
    assertThat(ran.out()).doesNotContain(SHA256);
  }

  @Test
  void theSettingsOfThePageAreTaken() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "serve.md"));
    List<String> blocks =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(block -> block.group(1).replace("c4bbcb1f…", SHA256))
            .toList();
    assertThat(blocks).hasSize(2);
    for (String yaml : blocks) {
      settle(yaml);
      try (Serving serving = Serving.start(user(), "--offline")) {
        assertThat(serving.getAs(SECRET, "/api/about").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void thePageNamesEveryKey() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "serve.md"));
    settle("serve: {no-such-key-at-all: 1}");
    String known = error(user()).replaceFirst("(?s).*known: ", "").strip();

    assertThat(known.split(", ", -1)).hasSizeGreaterThan(20).allMatch(page::contains);
  }

  private static String error(Sluice sluice, String... flags) {
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(List.of(flags));
    Sluice.Ran ran = sluice.run(words.toArray(String[]::new));
    assertThat(ran.code()).as(words + ran.err()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).as(words.toString()).isEmpty();
    assertThat(Sluice.errors(ran).lines()).as(words.toString()).hasSize(1);
    return Sluice.errors(ran);
  }

  private void settle(String yaml) throws IOException {
    Path file = folder.resolve("sluice/sluice.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml + "\n");
  }

  private Sluice user() {
    return Sluice.command().with("XDG_CONFIG_HOME", folder.toString());
  }
}
