package io.sluice.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.settings.SettingKey;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlagKeyTest {

  @Test
  void aFlagHasItsVariableAndItsSetting() {
    assertThat(FlagKey.TOP_P.flag()).isEqualTo("--top-p");
    assertThat(FlagKey.TOP_P.variable()).isEqualTo("SLUICE_TOP_P");
    assertThat(FlagKey.TOP_P.setting()).contains(SettingKey.TOP_P);
    assertThat(FlagKey.SINK.setting()).contains(SettingKey.SINKS);
    assertThat(FlagKey.RECORD.setting()).isEmpty();
  }

  @Test
  void everySettingOfACallHasOneFlag() {
    assertThat(
            Arrays.stream(FlagKey.values())
                .map(FlagKey::setting)
                .flatMap(Optional::stream)
                .toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SettingKey.values())
                .filter(
                    key ->
                        switch (key) {
                          case ALIASES, PRICES, PROMPT, PROMPTS, ENDPOINTS, TRUST -> false;
                          case API_KEY_COMMAND, API_KEY_VARIABLE, API_KEY_HEADER -> false;
                          case BASE_URL_VARIABLE, HEADERS, QUERY -> false;
                          case SERVE, HOSTS, BEHIND, TOKENS -> false;
                          case RECORD, FORWARDED, KEEP_ALIVE -> false;
                          case CONNECTIONS, CONNECTIONS_OF_ADDRESS -> false;
                          case REQUEST_LINE, HEADER_BYTES, HEADER_FIELDS -> false;
                          case HEAD_TIME, BODY_PAUSE, IDLE, MAX_BODY, MAX_PASSED_BODY -> false;
                          case RUNS, RUNS_OF_TOKEN, VIEWERS_OF_RUN, RUNS_OF_STREAM -> false;
                          case LOG_MEMORY, LOG_MEMORY_TOTAL, LOG_LIMIT, KEEP -> false;
                          default -> true;
                        })
                .toList());
  }
}
