package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts, in the shells that they are for. Where one is not installed, that is said. */
@DisabledOnOs(OS.WINDOWS)
@Tag("thorough")
class CompletionTest {
  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void make() throws IOException {
    shell = Shell.in(folder);
    Files.writeString(folder.resolve("a b.sse"), "");
    for (String name : List.of("bash", "zsh", "fish")) {
      Sluice.Ran ran = Sluice.command().in(folder).run("completion", name);
      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      Files.writeString(folder.resolve("completion." + name), ran.out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'sluice to', 'tokens'",
    "'sluice --mod', '--model'",
    "'sluice ask --dialect ', 'anthropic bedrock cohere gemini ollama openai responses'",
    "'sluice hello --dialect=an', 'anthropic'",
    "'sluice --endpoint gr', 'groq'",
    "'sluice --sink fi', 'file'",
    "'sluice replay a', 'a b.sse'",
    "'sluice replay --sp', '--speed'",
    "'sluice hello --record a', 'a b.sse'",
    "'sluice tokens --encoding o200', 'o200k_base'",
    "'sluice sinks to', 'tokens'",
    "'sluice hel', 'help'",
    "'sluice vers', 'version'",
    "'sluice inst', 'install'",
    "'sluice help rep', 'replay'",
    "'sluice config i', 'init'",
    "'sluice completion z', 'zsh'",
    "'sluice simulate --fault no-d', 'no-done'",
    "'sluice -m ', ''",
    "'sluice hello wor', ''"
  })
  void bashCompletes(String typed, String expected) throws Exception {
    String script =
        """
        source completion.bash
        COMP_LINE=$1
        words=${1//=/ = }
        read -r -a COMP_WORDS <<<"$words"
        [[ $1 == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _sluice
        echo "${COMPREPLY[*]}"
        """;
    Shell.Ran ran = shell.run(List.of("bash", "-c", script, "bash", typed), Map.of());

    assertThat(ran).isEqualTo(new Shell.Ran(0, expected + "\n", ""));
  }

  /** In a terminal of its own, since nothing else has zsh complete. */
  @ParameterizedTest
  @CsvSource({
    "sluice tok, sluice tokens",
    "sluice --dialect an, sluice --dialect anthropic",
    "sluice ask --dialect=an, sluice ask --dialect=anthropic",
    "sluice replay --spe, sluice replay --speed",
    "sluice -m llam, sluice -m llama3",
    "sluice replay a, sluice replay a\\ b.sse"
  })
  void zshCompletes(String typed, String expected) throws Exception {
    assumeTrue(Shell.has("zsh"), "zsh is not installed");
    String script =
        """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'PS1=; unsetopt zle_bracketed_paste; cd '${(q)PWD}
        zpty -w shell 'autoload -Uz compinit; compinit -u -D; . ./completion.zsh'
        zpty -w shell 'seen() { print -r -- "<$BUFFER>" > seen; BUFFER=; }; zle -N seen'
        zpty -w shell 'bindkey "^X" seen; print ready > ready'
        i=0
        while [[ ! -s ready ]] && ((i++ < 200)); do sleep 0.05; done
        zpty -w -n shell "$1"$'\\t\\C-x'
        i=0
        while [[ ! -s seen ]] && ((i++ < 200)); do sleep 0.05; zpty -r -t shell x >/dev/null; done
        cat seen
        """;
    listModels();
    Map<String, String> cache = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Shell.Ran ran = shell.run(List.of("zsh", "-f", "-c", script, "zsh", typed), cache);

    assertThat(ran.out().strip()).as(ran.err()).startsWith("<" + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'sluice tok', tokens",
    "'sluice --dialect an', anthropic",
    "'sluice ask --dialect=an', --dialect=anthropic",
    "'sluice --endpoint gro', groq",
    "'sluice replay --spe', --speed",
    "'sluice config in', init",
    "'sluice replay a', a b.sse"
  })
  void fishCompletes(String typed, String expected) throws Exception {
    assumeTrue(Shell.has("fish"), "fish is not installed");
    String script = "source completion.fish; complete -C \"$argv[1]\"";
    Shell.Ran ran = shell.run(List.of("fish", "-N", "-c", script, typed), Map.of());

    assertThat(ran.out().lines().map(line -> line.replaceFirst("\t.*", "")))
        .as(ran.err())
        .contains(expected);
  }

  @Test
  void noScriptStartsAProgram() throws IOException {
    for (String name : List.of("bash", "zsh", "fish")) {
      String script = Files.readString(folder.resolve("completion." + name));

      assertThat(script.lines().filter(line -> !line.startsWith("#")))
          .as(name)
          .noneMatch(line -> line.contains("sluice completion") || line.contains("java"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'sluice -m fa', fast",
    "'sluice --model llama3', llama3",
    "'sluice chat -m new', newest",
    "'sluice -m stale', ''",
    "'sluice -m bad', ''"
  })
  void modelsAreThoseThatWereListedAndTheAliases(String typed, String expected) throws Exception {
    listModels();
    String bash =
        """
        source models.bash
        read -r -a COMP_WORDS <<<"$1"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _sluice
        echo "${COMPREPLY[*]}"
        """;
    Map<String, String> cache = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());

    assertThat(shell.run(List.of("bash", "-c", bash, "bash", typed), cache))
        .isEqualTo(new Shell.Ran(0, expected + "\n", ""));
    assumeTrue(Shell.has("fish"), "fish is not installed");
    String fish = "source models.fish; complete -C \"$argv[1]\"";
    Shell.Ran ran = shell.run(List.of("fish", "-N", "-c", fish, typed), cache);
    assertThat(ran.out().lines().map(line -> line.replaceFirst("\t.*", "")))
        .as(ran.err())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void ofANamedEndpointOnlyItsOwnModelsAreOffered() throws Exception {
    listModels();
    String bash =
        """
        source models.bash
        COMP_WORDS=(sluice --endpoint other -m '') COMP_CWORD=4
        _sluice
        echo "${COMPREPLY[*]}"
        """;
    Map<String, String> cache = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());

    assertThat(shell.run(List.of("bash", "-c", bash), cache).out()).isEqualTo("fast newest\n");
  }

  /** Completes after three lists, one of which is too old. */
  private void listModels() throws IOException {
    Path lists = Files.createDirectories(folder.resolve("cache/sluice/models"));
    Files.writeString(lists.resolve("default"), "99999999999\nllama3\nbad$(touch oops)\n");
    Files.writeString(lists.resolve("other"), "99999999999\nnewest\n");
    Files.writeString(lists.resolve("old"), "1000\nstale\n");
    Files.writeString(folder.resolve("sluice.yaml"), "aliases: {fast: m, 'a b': m, 'x$y': m}\n");
    for (String name : List.of("bash", "fish")) {
      String script = Sluice.command().in(folder).run("completion", name).out();
      Files.writeString(folder.resolve("models." + name), script);
    }
  }

  @Test
  void theUsersOwnEndpointsAreOfferedToo() throws IOException {
    Files.createDirectories(folder.resolve("xdg/sluice"));
    Files.writeString(
        folder.resolve("xdg/sluice/sluice.yaml"), "endpoints: {mine: {base-url: 'http://a/v1'}}\n");

    String script =
        Sluice.command()
            .in(folder)
            .with("XDG_CONFIG_HOME", folder.resolve("xdg").toString())
            .run("completion", "bash")
            .out();

    assertThat(script).contains(" mine ");
  }

  @Test
  void theNamesOfConversationsAreOfferedToo() {
    var home = new UserHome(folder.resolve("home"));
    UserHome.answered(home.person(), "-q", "--conversation", "trip-to-rome", "hello");
    UserHome.answered(home.person(), "-q", "no name");
    UserHome.answered(home.person(), "-q", "-c", "no name either");

    String script = home.script().run("completion", "bash").out();

    assertThat(script.lines().filter(line -> line.contains("trip-to-rome"))).isNotEmpty();
    assertThat(script).contains("off on trip-to-rome").doesNotContainPattern("\\d{8}-\\d{6}");
  }
}
