package io.sluice.sinks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sinks.console.OutputStyle.Device;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputStyleTest {

  @Test
  void aTerminalIsStyledAndAFileIsNot() {
    assertThat(OutputStyle.of(true, Map.of()))
        .isEqualTo(new OutputStyle(Device.TERMINAL, true))
        .matches(OutputStyle::isTerminal);
    assertThat(OutputStyle.of(false, Map.of())).isEqualTo(OutputStyle.plain());
  }

  @Test
  void aDumbTerminalIsNotStyled() {
    assertThat(OutputStyle.of(true, Map.of("TERM", "dumb")))
        .isEqualTo(new OutputStyle(Device.DUMB_TERMINAL, false))
        .matches(OutputStyle::isTerminal);
  }

  @Test
  void noColorIsHeededUnlessItIsEmpty() {
    assertThat(OutputStyle.of(true, Map.of("NO_COLOR", "1")).styled()).isFalse();
    assertThat(OutputStyle.of(true, Map.of("NO_COLOR", "")).styled()).isTrue();
  }

  @Test
  void forceColorWinsOverEverythingElse() {
    Map<String, String> forced = Map.of("FORCE_COLOR", "1", "NO_COLOR", "1", "TERM", "dumb");

    assertThat(OutputStyle.of(false, forced)).isEqualTo(new OutputStyle(Device.FILE, true));
    assertThat(OutputStyle.of(true, forced)).isEqualTo(new OutputStyle(Device.DUMB_TERMINAL, true));
  }

  @Test
  void theOptionsOfANamedConsoleAskForAStyle() {
    assertThat(ConsoleSink.options(OutputStyle.plain()))
        .containsOnly(Map.entry("terminal", "no"), Map.entry("style", "no"));
    assertThat(ConsoleSink.options(new OutputStyle(Device.DUMB_TERMINAL, true)))
        .containsOnly(Map.entry("terminal", "yes"), Map.entry("style", "yes"));
  }
}
