package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageSpecTest {

  @Test
  void stagesStandBehindTheSinkWithBarsBetween() {
    assertThat(SinkSpec.parse("exec:command=say -v Ann,quiet=true|redact:email=true | words"))
        .isEqualTo(
            new SinkSpec(
                "exec",
                Map.of("command", "say -v Ann", "quiet", "true"),
                List.of(
                    new StageSpec("redact", Map.of("email", "true")),
                    new StageSpec("words", Map.of()))));
  }

  @Test
  void aBarInAValueIsEscaped() {
    assertThat(SinkSpec.parse("exec:command=a \\| b\\\\|words"))
        .isEqualTo(
            new SinkSpec(
                "exec", Map.of("command", "a | b\\"), List.of(new StageSpec("words", Map.of()))));
    assertThat(StageSpec.parse("redact:pattern=a\\|b\\d"))
        .containsExactly(new StageSpec("redact", Map.of("pattern", "a|b\\d")));
  }

  @Test
  void aStageHasAName() {
    for (String spec : List.of("exec|", "exec||words", "exec|:a=b")) {
      assertThatThrownBy(() -> SinkSpec.parse(spec))
          .hasMessageStartingWith("'" + spec + "' names no stage behind a '|'");
    }
  }

  @Test
  void aWrongOptionNamesItsStage() {
    assertThatThrownBy(() -> StageSpec.parse("words|gather:fast"))
        .hasMessageStartingWith("stage 'gather': 'fast' is no option");
  }
}
