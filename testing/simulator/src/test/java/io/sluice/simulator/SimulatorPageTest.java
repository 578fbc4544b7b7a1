package io.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/simulator.md and the faults together. */
class SimulatorPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "simulator.md");

  @Test
  void thePageListsEveryFaultAsItDescribesItself() throws IOException {
    String table =
        Fault.kinds().stream()
            .map(kind -> "| `" + kind.usage() + "` | " + kind.description() + " |\n")
            .collect(Collectors.joining("", "| fault | what the client meets |\n|---|---|\n", ""));

    assertThat(Files.readString(PAGE)).contains("<!-- faults -->\n" + table + "<!-- /faults -->");
  }
}
