package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sluice.yaml} says, and against whom it counts. */
class ConfigTest {
  @TempDir private Path folder;
  private Path project = Path.of("");

  @BeforeEach
  void make() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
  }

  @Test
  void flagsWinOverTheEnvironmentThatOverTheProjectAndThatOverTheUser() throws IOException {
    user("model: user\ntemperature: 0.1\nseed: 1\ntop-p: 0.5\n");
    project("model: project\ntemperature: 0.2\nseed: 2\n");

    assertThat(sent(sluice().with("SLUICE_SEED", "3").with("SLUICE_MODEL", "no"), "-m", "flag"))
        .contains("\"model\":\"flag\"", "\"seed\":3", "\"temperature\":0.2", "\"top_p\":0.5");
  }

  @Test
  void aSwitchIsTrueOrFalseAndItsVariableWins() throws IOException {
    user("json: true\nno-include-usage: true\n");

    Sluice.Ran json = sluice().run("--offline", "-q", "hello");
    Sluice.Ran text = sluice().with("SLUICE_JSON", "false").run("--offline", "-q", "hello");

    assertThat(json.out()).startsWith("{\"id\"");
    assertThat(text.out()).doesNotStartWith("{");
    assertThat(sent(sluice())).doesNotContain("include_usage");
  }

  @Test
  void listsAreListsAndTheCommandLineReplacesThem() throws IOException {
    user("stop: [x, 'y: z']\nparam:\n  - user=\"anna\"\n");

    assertThat(sent(sluice())).contains("\"stop\":[\"x\",\"y: z\"]", "\"user\":\"anna\"");
    assertThat(sent(sluice(), "--stop", "q")).contains("\"stop\":[\"q\"]");
  }

  @Test
  void aModelMayHaveAShorterName() throws IOException {
    user("model: fast\naliases:\n  fast: gpt-4o-mini\n  best: a/b:c\n");

    assertThat(sent(sluice())).contains("\"model\":\"gpt-4o-mini\"");
    assertThat(sent(sluice(), "-m", "best")).contains("\"model\":\"a/b:c\"");
    assertThat(sluice().reading("hello").run("tokens", "--json", "-m", "fast").out())
        .contains("\"basis\":\"exact\"");
  }

  @Test
  void defaultSinksAreThereUnlessOthersAreNamed() throws IOException {
    Path kept = folder.resolve("kept.txt");
    user("sinks:\n  - 'file:path=" + kept + ",overwrite=true'\n");

    sluice().run("--offline", "-q", "hello", "--sink", "console");
    assertThat(kept).doesNotExist();
    sluice().run("--offline", "-q", "hello");
    assertThat(kept).exists();
  }

  @Test
  void theNearestFileOfAWorkingCopyCountsAndNoneBeyondItsRoot() throws IOException {
    Path deep = Files.createDirectories(project.resolve("a/b"));
    Files.writeString(folder.resolve("sluice.yaml"), "model: beyond\n");
    assertThat(sent(sluice().in(deep))).contains("\"model\":\"gpt-4o-mini\"");

    Files.createDirectory(project.resolve(".git"));
    assertThat(sent(sluice().in(deep))).contains("\"model\":\"gpt-4o-mini\"");
    project("model: root\n");
    assertThat(sent(sluice().in(deep))).contains("\"model\":\"root\"");
    Files.writeString(project.resolve("a/sluice.yaml"), "model: near\n");
    assertThat(sent(sluice().in(deep))).contains("\"model\":\"near\"");
  }

  @Test
  void theHomeIsThatOfTheEnvironment() throws IOException {
    Path settings = Files.createDirectories(folder.resolve("home/.config/sluice"));
    Files.writeString(settings.resolve("sluice.yaml"), "model: at-home\n");
    Sluice sluice = Sluice.command().in(project);

    assertThat(sent(sluice.with("HOME", folder.resolve("home").toString())))
        .contains("\"model\":\"at-home\"");
    assertThat(sent(sluice)).contains("\"model\":\"gpt-4o-mini\"");
  }

  @Test
  void neitherHelpNorVersionNeedsAFileThatCanBeRead() throws IOException {
    user("modle: [");

    assertThat(sluice().run("ask", "--help").code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(sluice().run("--version").code()).isEqualTo(ExitCode.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          modle: x             | :1: unknown key 'modle'; did you mean 'model'?
          \\nstop: [a, [b]]    | :2: 'stop' takes one value; write it behind the colon
          model:               | :1: 'model' has no value; give it one, or leave the line out
          model: a\\nmodel: b  | :2: 'model' stands here twice; leave one of them
          - model              | :1: names and values are missing; use 'key: value'
          model: [a            | : no YAML: expected ',' or ']'
          aliases: fast        | :1: 'aliases' holds further keys; write them below it, indented
          api-key: sk-1        | :1: a key does not belong into a file of settings; use api-key-c
          record: a.sse        | :1: unknown key 'record'; known: model, system,
          model: &a x          | :1: anchors and deep nesting have no place here; write it out
          temperature: warm    | :1: temperature is 'warm'; use a number
          json: perhaps        | :1: json is 'perhaps'; use true or false
          endpoint: grok       | :1: endpoint: unknown endpoint 'grok'; did you mean 'groq'? known:
          endpoints: {x: {modl: y}} | :1: unknown key 'modl'; did you mean 'model'?
          """)
  void aSlipIsNamedWithItsPlace(String yaml, String expected) throws IOException {
    user(yaml.replace("\\n", "\n"));

    Sluice.Ran ran = sluice().run("hello");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).hasLineCount(1).startsWith("sluice: " + file()).contains(expected);
    assertThat(ran.err()).doesNotContain("sk-1");
  }

  @Test
  void aFileThatIsTooLargeOrDeepOrNoTextIsOneLine() throws IOException {
    for (String yaml : List.of("#".repeat(300_000), "a: " + "[".repeat(100_000))) {
      user(yaml);
      Sluice.Ran ran = sluice().run("hello");

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.err()).hasLineCount(1).startsWith("sluice: " + file());
    }
    Files.write(file(), new byte[] {'a', ':', (byte) 0xFF});
    assertThat(sluice().run("hello").err())
        .isEqualTo("sluice: " + file() + " cannot be read as UTF-8; save it as that\n");
  }

  private Path file() {
    return folder.resolve("xdg").resolve("sluice").resolve("sluice.yaml");
  }

  private void user(String yaml) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), yaml);
  }

  private void project(String yaml) throws IOException {
    Files.writeString(project.resolve("sluice.yaml"), yaml);
  }

  private Sluice sluice() {
    return Sluice.command().in(project).with("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
  }

  /** The body of the one request that this call sends. */
  private static String sent(Sluice sluice, String... flags) {
    List<String> bodies = new CopyOnWriteArrayList<>();
    String[] args = new String[flags.length + 1];
    args[0] = "hello";
    System.arraycopy(flags, 0, args, 1, flags.length);
    try (Simulator simulator =
        Simulator.builder().onRequest(request -> bodies.add(request.body())).start()) {
      sluice.with("OPENAI_BASE_URL", simulator.baseUrl().toString()).run(args);
    }
    assertThat(bodies).hasSize(1);
    return bodies.get(0);
  }
}
