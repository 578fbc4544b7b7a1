package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Terminals;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a prompt of {@code sluice.yaml} adds to a call that names it. */
class NamedPromptsTest {
  private static final String PROMPTS =
      """
      model: of-file
      seed: 3
      prompts:
        review:
          system: You review code.
          prompt: "Review {file} for {what}: {input}"
          model: fast
          temperature: 0
        haiku:
          prompt: |
            Write a haiku.
        brief: {system: Be brief., max-tokens: 9}
        broken: {prompt: "a { b"}
      aliases: {fast: gpt-4o-mini}
      """;

  private static final String[] REVIEW = {
    "-p", "review", "--field", "file=a=b.c", "--field", "what={input}"
  };

  @TempDir private Path folder;
  private Path own = Path.of("");

  @BeforeEach
  void make() throws IOException {
    own = Files.createDirectories(folder.resolve("xdg/sluice")).resolve("sluice.yaml");
    Files.createDirectories(folder.resolve("project"));
    Files.writeString(own, PROMPTS);
  }

  @Test
  void theTextIsFilledAndTheSettingsHold() {
    assertThat(sent(sluice(), with(REVIEW, "now", "please")))
        .singleElement()
        .asString()
        .contains("\"content\":\"Review a=b.c for {input}: now please\"", "You review code.")
        .contains("\"model\":\"gpt-4o-mini\"", "\"temperature\":0,", "\"seed\":3");
  }

  @Test
  void whatIsPipedInIsTheInputTooOrStandsBehindTheText() {
    assertThat(sent(sluice().reading("piped\n"), with(REVIEW, "words")).get(0))
        .contains("for {input}: piped\\n\\nwords\"");
    assertThat(sent(sluice().reading("piped\n"), "--prompt", "haiku", "words").get(0))
        .contains("\"Write a haiku.\\n\\npiped\\n\\nwords\"");
    assertThat(sent(sluice(), "-p", "haiku").get(0)).contains("\"Write a haiku.\"");
  }

  @Test
  void aFileMayBeAllTheInputThereIs() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "of the file");

    assertThat(sent(sluice(), with(REVIEW, "-f", file.toString())).get(0))
        .contains("of the file", "Review a=b.c for {input}: \"");
  }

  @Test
  void flagsAndVariablesWinOverThePromptAndItOverEndpointsAndFiles() throws IOException {
    Files.writeString(own, PROMPTS + "endpoint: mine\nendpoints: {mine: {model: m, system: S}}\n");
    Sluice named = sluice().with("SLUICE_PROMPT", "brief");

    assertThat(sent(named, "hi").get(0)).contains("Be brief.", "\"max_tokens\":9");
    assertThat(
            sent(named.with("SLUICE_MAX_TOKENS", "8"), "hi", "-s", "Shout", "-p", "brief").get(0))
        .contains("Shout", "\"max_tokens\":8")
        .doesNotContain("Be brief.");
    String shown = sluice().run("config", "-p", "brief").out();
    assertThat(shown.lines().filter(line -> line.startsWith("system")))
        .singleElement()
        .asString()
        .contains("Be brief.", own + ":");
  }

  @Test
  void thePromptWinsOverARequestThatIsGoneOnFrom() throws IOException {
    Path request =
        Files.writeString(
            folder.resolve("r.json"),
            "{\"model\":\"r\",\"max_tokens\":1,\"top_p\":0.5,\"messages\":[]}");

    assertThat(sent(sluice(), "-p", "brief", "--messages", request.toString(), "hi").get(0))
        .contains("\"model\":\"r\"", "\"max_tokens\":9", "\"top_p\":0.5", "Be brief.");
  }

  @Test
  void aPromptMayNameItsEndpoint() throws IOException {
    Files.writeString(
        own,
        """
        endpoint: groq
        prompts: {here: {endpoint: mine, prompt: Hi}, there: {endpoint: mien, prompt: Hi}}
        endpoints: {mine: {base-url: 'http://127.0.0.1:1/v1', model: m}}
        """);

    assertThat(sluice().run("config", "-p", "here").out())
        .contains("http://127.0.0.1:1/v1")
        .contains("mine", own + ":2");
    assertThat(sluice().run("config", "-p", "there").err())
        .hasLineCount(1)
        .contains(own + ":2: endpoint: unknown endpoint 'mien'; did you mean 'mine'?");
  }

  @Test
  void compareAndInspectTakeOneToo() {
    assertThat(sent(sluice(), with(REVIEW, "compare", "x")))
        .hasSize(2)
        .allSatisfy(body -> assertThat(body).contains("for {input}: x\"", "You review code."));
    assertThat(sent(sluice(), with(REVIEW, "inspect", "x")).get(0))
        .contains("for {input}: x\"", "You review code.");
  }

  @Test
  void chatTakesTheSettingsAndRefusesAText() {
    assertThat(sent(sluice().reading("hi\n"), "chat", "-p", "brief").get(0))
        .contains("Be brief.", "\"max_tokens\":9");

    Sluice.Ran ran = sluice().reading("hi\n").run("chat", "--offline", "-p", "haiku");
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .isEqualTo(
            "sluice: prompt 'haiku' has a text, and chat takes settings only; use 'sluice ask"
                + " --prompt'\n");
  }

  @Test
  void atATerminalANamedPromptNeedsNoWords() {
    Sluice.Ran ran =
        sluice().on(new Terminals(true, true, false)).run("-p", "haiku", "--offline", "--json");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -p reveiw                | --prompt: unknown prompt 'reveiw'; did you mean 'review'? known:
          -p review x              | prompt 'review' has fields to fill; add --field file=VALUE --fie
          -p review --field file=a --field file=b | --field gives 'file' twice; leave one of them
          -p review --field fil=a  | --field: unknown field 'fil'; did you mean 'file'? known: file, w
          -p review --field input=a | --field: unknown field 'input'; known: file, what
          -p review --field file   | --field is 'file'; use NAME=VALUE
          -p review --field =a     | --field is '=a'; use NAME=VALUE
          -p haiku --field a=b     | --field: unknown field 'a'; known: none
          -p brief --field a=b x   | --field: unknown field 'a'; known: none
          --field a=b x            | --field fills a prompt of sluice.yaml; name one with --prompt
          -p brief                 | the prompt is empty
          -p broken x              | the '{' at character 3 belongs to no field such as {file}; write
          -p review --field file=a --field what=b | the named prompt needs an {input}; write it after
          """)
  void aSlipIsOneLineAndNothingIsSent(String call, String expected) throws IOException {
    try (Simulator simulator = Simulator.builder().start()) {
      for (String command : List.of("ask", "compare", "inspect")) {
        Sluice.Ran ran =
            sluice()
                .with("OPENAI_BASE_URL", simulator.baseUrl().toString())
                .run((command + " " + call).split(" +"));

        assertThat(ran.code()).as(command).isEqualTo(ExitCode.NOTHING_SENT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).hasLineCount(1).startsWith("sluice: ").contains(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prompts: x                    | :1: 'prompts' holds further keys; write them below it
          prompts: {a: x}               | :1: 'a' holds further keys; write them below it, indented
          prompts: {a: {promt: x}}      | :1: unknown key 'promt'; did you mean 'prompt'?
          prompts: {a: {base-url: x}}   | :1: unknown key 'base-url'; known: model, system,
          prompts: {a: {prompt: [x, y]}} | :1: 'prompt' takes one value; write it behind the colon
          prompt: x                     | :1: unknown key 'prompt'; did you mean 'prompts'?
          endpoints: {a: {prompt: x}}   | :1: unknown key 'prompt'; known:
          """)
  void aSlipInTheFileIsNamedWithItsPlace(String yaml, String expected) throws IOException {
    Files.writeString(own, yaml);

    Sluice.Ran ran = sluice().run("--offline", "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err()).hasLineCount(1).startsWith("sluice: " + own + expected);
  }

  @Test
  void theNamesAreListedAndOffered() {
    assertThat(sluice().run("config").out()).contains("\nprompts: brief, broken, haiku, review\n");
    assertThat(sluice().run("config", "--json").out())
        .contains("\"prompts\":[\"brief\",\"broken\",\"haiku\",\"review\"]");
    for (String shell : List.of("bash", "zsh", "fish")) {
      assertThat(sluice().run("completion", shell).out()).contains("brief broken haiku review");
    }
  }

  private static String[] with(String[] first, String... more) {
    return Stream.of(more, first).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private Sluice sluice() {
    return Sluice.command()
        .in(folder.resolve("project"))
        .with("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
  }

  /** The bodies of the requests that this call sends. */
  private static List<String> sent(Sluice sluice, String... args) {
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (Simulator simulator =
        Simulator.builder().onRequest(request -> bodies.add(request.body())).start()) {
      sluice.with("OPENAI_BASE_URL", simulator.baseUrl().toString()).run(args);
    }
    assertThat(bodies).isNotEmpty();
    return bodies;
  }
}
