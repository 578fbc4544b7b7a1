package io.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.RunSourceSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunArgumentTest {

  @Test
  void aRunIsNamedByItsPlaceAndItsOptions() {
    assertThat(RunArgument.parse("kafka:servers=a:1,idle-timeout=1s,run=r-1"))
        .contains(
            new RunSourceSpec(
                "kafka", Map.of("servers", "a:1", "idle-timeout", "1s", "run", "r-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "haiku.jsonl",
        "-",
        "C:\\runs\\a=b.jsonl",
        "C:a=b",
        "/runs/kafka:run=1",
        "kafka:",
        "a=b:c"
      })
  void anyOtherWordNamesAFile(String word) {
    assertThat(RunArgument.parse(word)).isEmpty();
  }

  @Test
  void aRunThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(() -> RunArgument.parse("kafka:run=a,run=b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("run");
  }
}
