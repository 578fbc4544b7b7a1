package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadStartTest {
  private static final List<String> ASKING = List.of("ask", "chat", "inspect", "compare");

  @Test
  void everyCommandIsKnownToAskSomebodyOrNot() {
    assertThat(Reserved.commands())
        .allSatisfy(
            command ->
                assertThat(HeadStart.NOBODY_IS_ASKED.contains(command.name()))
                    .as(command.name())
                    .isNotEqualTo(ASKING.contains(command.name())));
  }
}
