package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        .allMatch(line -> line.length() <= 96);
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

  @Test
  void theVersionIsThatOfTheBuild() {
    Sluice.Ran first = Sluice.command().run("--version");

    assertThat(first.out()).matches("sluice \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(Sluice.command().run("ask", "--version")).isEqualTo(first);
  }
}
