package io.sluice.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlagKeyTest {

  /** A flag that is added to a command has to be thought about before a project may set it. */
  @Test
  void whatAProjectMayNotSetUnapprovedIsListedHere() {
    assertThat(Arrays.stream(FlagKey.values()))
        .filteredOn(flag -> !flag.isForOneCall() && !flag.isHarmless())
        .extracting(FlagKey::setting)
        .containsExactlyInAnyOrder(
            "api-key-file",
            "bad-certificate",
            "base-url",
            "ca-file",
            "client-cert",
            "client-key",
            "debug",
            "encoding",
            "fault",
            "jsonl-field",
            "limit",
            "lines",
            "messages",
            "no-reasoning",
            "plugin",
            "port",
            "rate",
            "raw",
            "replay",
            "show",
            "sinks",
            "speed");
  }

  @Test
  void aFlagHasItsVariableAndItsSetting() {
    assertThat(FlagKey.TOP_P.flag()).isEqualTo("--top-p");
    assertThat(FlagKey.TOP_P.variable()).isEqualTo("SLUICE_TOP_P");
    assertThat(FlagKey.ofSetting("top-p")).contains(FlagKey.TOP_P);
    assertThat(FlagKey.ofSetting("sinks")).contains(FlagKey.SINK);
    assertThat(FlagKey.ofSetting("sink")).isEmpty();
    assertThat(FlagKey.ofSetting("record")).isEmpty();
  }
}
