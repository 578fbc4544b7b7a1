package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask",
        "inspect",
        "compare",
        "replay",
        "sse",
        "tokens",
        "simulate",
        "sinks",
        "log"
      })
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
