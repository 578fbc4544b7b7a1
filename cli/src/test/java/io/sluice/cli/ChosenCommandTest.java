package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.cli.command.Command;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command a line of words calls, and which words are not sent to a model. */
class ChosenCommandTest {
  private static final Terminals PERSON = new Terminals(true, true, true);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "replay -q haiku.sse, replay, -q haiku.sse",
    "-q replay haiku.sse, replay, -q haiku.sse",
    "--debug config, config, --debug",
    "--json tokens README.md, tokens, --json README.md",
    "-qu replay haiku.sse, replay, -qu haiku.sse",
    "-m gpt-4o tokens a.txt, tokens, -m gpt-4o a.txt",
    "-mgpt-4o tokens a.txt, tokens, -mgpt-4o a.txt",
    "--model=gpt-4o tokens a.txt, tokens, --model=gpt-4o a.txt",
    "-qm gpt-4o ask log, ask, -qm gpt-4o log",
    "--port 0 simulate, simulate, --port 0",
    "-q help, help, -q",
    "--version replay, version, ''",
    "--help replay, help, replay",
    "-h -q, help, ''",
    "hello replay, ask, hello replay",
    "-s replay hello, ask, -s replay hello",
    "--system replay hello, ask, --system replay hello",
    "-qs replay hello, ask, -qs replay hello",
    "--system=replay hello, ask, --system=replay hello",
    "-- help, ask, -- help",
    "-q -- replay, ask, -q -- replay",
    "-q replay -- -a.sse, replay, -q -- -a.sse",
    "ask help, ask, help",
    "what is love, ask, what is love",
    "chart my course, ask, chart my course"
  })
  void theFirstWordThatIsNoFlagNamesTheCommand(String typed, String command, String arguments) {
    ChosenCommand chosen = chosen(Terminals.none(), typed);

    assertThat(chosen.command().name()).isEqualTo(command);
    assertThat(String.join(" ", chosen.arguments())).isEqualTo(arguments);
  }

  static Stream<String> typos() {
    List<String> all = new ArrayList<>();
    for (Command command : Commands.commands()) {
      String name = command.name();
      for (int i = 0; i < name.length(); i++) {
        all.add(name.substring(0, i) + name.substring(i + 1));
        all.add(name.substring(0, i) + "x" + name.substring(i + 1));
        all.add(name.substring(0, i) + "x" + name.substring(i));
        if (i > 0) {
          all.add(
              name.substring(0, i - 1)
                  + name.charAt(i)
                  + name.charAt(i - 1)
                  + name.substring(i + 1));
        }
        if (i > 1) {
          all.add(name.substring(0, i));
        }
      }
      all.add(name + "s");
      all.add(name.toUpperCase(java.util.Locale.ROOT));
      all.add("/" + name);
      all.add(name + "?");
    }
    List<String> names = Commands.commands().stream().map(Command::name).toList();
    return all.stream().filter(word -> !names.contains(word)).distinct();
  }

  @ParameterizedTest
  @MethodSource("typos")
  void aSingleWordThatIsCloseToACommandIsNotSent(String word) {
    for (List<String> typed :
        List.of(List.of(word), List.of("-q", word), List.of(word, "-m", "x"))) {
      assertThatThrownBy(() -> ChosenCommand.of(typed, Terminals.none(), folder))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("'" + word + "' is no command; did you mean '");
    }
  }

  @Test
  void theMessageNamesTheCommandAndHowToSendTheWord() {
    Sluice.Ran ran = Sluice.command().run("chta");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "sluice: 'chta' is no command; did you mean 'chat'?"
                + " to ask the model: sluice ask chta\n");
    assertThat(Sluice.command().run("it's").err()).startsWith("offline");
    assertThat(Sluice.command().run("-s", "it's", "help?").err())
        .endsWith("sluice ask -s 'it'\\''s' 'help?'\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "settings", "login", "server", "plugin", "uninstall", "usage"})
  void whatOtherProgramsCallACommandIsNotSent(String word) {
    assertThat(Sluice.command().run(word).code()).isEqualTo(ExitCode.NOTHING_SENT);
  }

  @Test
  void aPrefixOfSeveralNamesAllOfThem() {
    assertThat(Sluice.command().run("co").err())
        .contains("did you mean 'compare', 'config' or 'completion'?");
  }

  @ParameterizedTest
  @CsvSource({
    "tokns notes.txt, tokens",
    "rpelay notes.txt, replay",
    "-q replya notes.txt, replay",
    "tokns -, tokens",
    "confg show, config",
    "lgo search, log",
    "simulat --port 0, simulate",
    "simulat --port=0 now, simulate"
  })
  void severalWordsAreNotSentIfTheyAreWhatTheCommandTakes(String typed, String meant)
      throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "");
    assertThatThrownBy(() -> chosen(Terminals.none(), typed))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokns are fun", "hello", "hi", "Why?", "no", "-5", "tokens? what"})
  void otherWordsAreAPrompt(String typed) {
    assertThat(chosen(Terminals.none(), typed).command().name()).isEqualTo("ask");
  }

  @Test
  void aPromptInQuotesIsAPromptWhateverItBeginsWith() {
    var chosen = ChosenCommand.of(List.of("chta with me"), Terminals.none(), folder);

    assertThat(chosen.command().name()).isEqualTo("ask");
  }

  @Test
  void withoutWordsAPersonGetsAChatAndAPipeHelp() {
    var intoAPipe = new Terminals(true, false, true);
    var fromAPipe = new Terminals(false, true, true);

    assertThat(chosen(PERSON, "").command().name()).isEqualTo("chat");
    assertThat(chosen(PERSON, "-m gpt-4o -q").command().name()).isEqualTo("chat");
    assertThat(chosen(PERSON, "--record a.sse").command().name()).isEqualTo("ask");
    assertThat(chosen(PERSON, "-q --help").command().name()).isEqualTo("ask");
    assertThat(chosen(intoAPipe, "").command().name()).isEqualTo("help");
    assertThat(chosen(intoAPipe, "-q").command().name()).isEqualTo("ask");
    assertThat(chosen(fromAPipe, "").command().name()).isEqualTo("ask");
    assertThat(chosen(Terminals.none(), "").command().name()).isEqualTo("ask");
  }

  @Test
  void theHelpOfAPipeIsOnStdoutAndAllIsWell() {
    Sluice.Ran ran = Sluice.command().on(new Terminals(true, false, true)).run();

    assertThat(ran).isEqualTo(Sluice.command().run("help"));
    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
  }

  private ChosenCommand chosen(Terminals terminals, String typed) {
    List<String> args = typed.isEmpty() ? List.of() : List.of(typed.split(" "));
    return ChosenCommand.of(args, terminals, folder);
  }
}
