package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static List<String> commands() {
    return Commands.commands().stream().map(Command::name).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandBeginsWithTwoToFourExamples(String command) {
    List<Example> examples = Commands.command(command).orElseThrow().examples();

    assertThat(examples).hasSizeBetween(2, 4);
    assertThat(Sluice.command().run(command, "--help").out().lines().skip(2).limit(examples.size()))
        .allMatch(line -> line.startsWith("  ") && line.contains("sluice") && line.contains("  # "))
        .allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandExplainsItself(String command) throws IOException {
    Sluice.Ran ran = Sluice.command().run(command, "--help");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).isEmpty();
    Golden.compare("help/" + command + ".txt", ran.out());
  }

  @Test
  void withoutACommandTheCommandsAreListed() throws IOException {
    Golden.compare("help/sluice.txt", Sluice.command().run("--help").out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noLineIsWiderThanTheTerminalAndNoWordIsBroken(String command) {
    String wide = Sluice.command().with("COLUMNS", "100").run(command, "--help").out();
    for (int width = 40; width < 100; width += 7) {
      String columns = Integer.toString(width);
      Sluice.Ran ran = Sluice.command().with("COLUMNS", columns).run(command, "--help");

      assertThat(ran.out().lines())
          .as("at " + columns)
          .allMatch(line -> line.length() <= Integer.parseInt(columns) || isOneWord(line));
      assertThat(words(ran.out())).as("at " + columns).isEqualTo(words(wide));
    }
  }

  /** In order of the alphabet: examples have what they are for beside or above them. */
  private static List<String> words(String help) {
    return help.lines().flatMap(line -> Stream.of(line.strip().split("\\s+"))).sorted().toList();
  }

  private static boolean isOneWord(String line) {
    return !line.strip().contains(" ");
  }

  @ParameterizedTest
  @CsvSource({"'', 80", "0, 80", "x, 80", "-3, 80", "20, 40", "1000, 100", "99999999999, 80"})
  void aWidthThatCannotBeReadIsNotTaken(String columns, int taken) {
    Sluice.Ran asked = Sluice.command().with("COLUMNS", columns).run("--help");
    Sluice.Ran expected = Sluice.command().with("COLUMNS", "" + taken).run("--help");

    assertThat(asked).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachHelpEndsWithWhereTheExitCodesAre(String command) {
    assertThat(Sluice.command().run(command, "--help").out())
        .endsWith("\n'sluice help' lists the exit codes; 0 means that all went well.\n");
    assertThat(Sluice.command().run("help").out()).contains("\n  143  terminated\n");
  }

  @Test
  void helpIsReachedByItsWordAndByItsFlag() {
    Sluice.Ran all = Sluice.command().run("help");

    assertThat(all.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(Sluice.command().run("--help")).isEqualTo(all);
    assertThat(Sluice.command().run("-h", "-q")).isEqualTo(all);
    Sluice.Ran one = Sluice.command().run("help", "replay");
    assertThat(Sluice.command().run("--help", "replay")).isEqualTo(one);
    assertThat(Sluice.command().run("replay", "--help")).isEqualTo(one);
    assertThat(Sluice.command().run("-q", "help", "replay").code())
        .isEqualTo(ExitCode.NOTHING_SENT);
  }

  @Test
  void helpForWhatIsNoCommandIsNotSent() {
    Sluice.Ran ran = Sluice.command().run("help", "me", "write");

    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
    assertThat(ran.err())
        .hasLineCount(1)
        .contains("unknown command 'me'", "to ask the model: sluice ask help");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    Sluice.Ran first = Sluice.command().run("--version");

    assertThat(first.out()).matches("sluice \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(Sluice.command().run("ask", "--version")).isEqualTo(first);
    assertThat(Sluice.command().run("version")).isEqualTo(first);
  }
}
