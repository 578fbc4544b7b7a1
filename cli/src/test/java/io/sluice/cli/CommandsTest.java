package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.Command;
import io.sluice.cli.settings.FlagKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class CommandsTest {

  @Test
  void theTableHoldsTheFlagsOfTheCommandsAndNoOthers() {
    Set<FlagKey> declared = EnumSet.noneOf(FlagKey.class);
    for (Command command : Commands.commands()) {
      for (OptionSpec option : command.spec().options()) {
        FlagKey key = FlagKey.of(option.longestName()).orElseThrow();
        assertThat(List.of(option.names())).isEqualTo(key.names());
        declared.add(key);
      }
    }
    assertThat(declared).containsExactlyInAnyOrder(FlagKey.values());
  }
}
