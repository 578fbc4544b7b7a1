package io.sluice.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingKeyTest {

  /** A key that is added has to be thought about before a project may set it. */
  @Test
  void whatAProjectMayNotSetUnapprovedIsListedHere() {
    assertThat(Arrays.stream(SettingKey.values()))
        .filteredOn(key -> key.isOfFiles() && !key.isHarmless())
        .extracting(SettingKey::word)
        .containsExactlyInAnyOrder(
            "api-key-command",
            "api-key-file",
            "bad-certificate",
            "base-url",
            "ca-file",
            "client-cert",
            "client-key",
            "debug",
            "encoding",
            "endpoints",
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
            "serve",
            "show",
            "sinks",
            "speed",
            "through",
            "trust");
  }

  @Test
  void aKeyIsFoundByItsWord() {
    assertThat(SettingKey.of("top-p")).contains(SettingKey.TOP_P);
    assertThat(SettingKey.of("sinks")).contains(SettingKey.SINKS);
    assertThat(SettingKey.of("sink")).isEmpty();
    assertThat(SettingKey.of("dry-run")).isEmpty();
  }
}
