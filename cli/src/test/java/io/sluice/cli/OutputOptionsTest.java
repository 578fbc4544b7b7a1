package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.ask.AskCommand;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.run.OutputOptions;
import io.sluice.cli.run.OutputOptions.Owner;
import io.sluice.plugin.SinkSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputOptionsTest {
  @Test
  void theConsoleIsImpliedUnlessSomebodyElseOwnsStdout() {
    assertThat(output(Map.of()).owner()).isEqualTo(Owner.IMPLIED_CONSOLE);
    assertThat(output(Map.of(), "--sink", "file:path=a").owner()).isEqualTo(Owner.IMPLIED_CONSOLE);
    assertThat(output(Map.of(), "--json").owner()).isEqualTo(Owner.JSON);
    assertThat(output(Map.of(), "--events").owner()).isEqualTo(Owner.EVENTS);
    assertThat(output(Map.of(), "--sink", "console:marks=none").owner())
        .isEqualTo(Owner.NAMED_CONSOLE);
  }

  @Test
  void aFlagTakesStdoutFromAVariable() {
    Map<String, String> variables = Map.of("SLUICE_JSON", "true", "SLUICE_SINK", "console");

    assertThat(output(variables, "--events").owner()).isEqualTo(Owner.EVENTS);
    assertThat(output(variables, "--events").sinks()).isEmpty();
    assertThat(output(variables, "--sink", "console").owner()).isEqualTo(Owner.NAMED_CONSOLE);
    assertThat(output(Map.of("SLUICE_JSON", "1")).owner()).isEqualTo(Owner.JSON);
    assertThat(output(Map.of("SLUICE_JSON", "0")).owner()).isEqualTo(Owner.IMPLIED_CONSOLE);
  }

  @Test
  void theSinksStayInTheirOrder() {
    assertThat(output(Map.of(), "--sink", "file:path=a", "--json", "--sink", "tokens").sinks())
        .extracting(SinkSpec::name)
        .containsExactly("file", "tokens");
  }

  private static OutputOptions output(Map<String, String> variables, String... args) {
    return OutputOptions.of(
        Arguments.parse(new AskCommand().spec(), List.of(args), variables, Path.of("")));
  }
}
