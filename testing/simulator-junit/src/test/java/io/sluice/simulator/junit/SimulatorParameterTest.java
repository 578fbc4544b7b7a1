package io.sluice.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class SimulatorParameterTest {

  @Test
  void withoutAFieldTheSimulatorAnswersWell(Simulator simulator)
      throws IOException, InterruptedException {
    assertThat(SimulatorExtensionTest.ask(simulator.baseUrl())).isEqualTo(200);
  }
}
