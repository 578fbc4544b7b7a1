package io.sluice.sinks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.SinkOption;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsolePluginTest {

  private final Plugins registry = Plugins.load(List.of());

  @Test
  void registryFindsTheSinkThroughTheServiceFile() throws IOException {
    assertThat(registry.problems()).isEmpty();
    assertThat(registry.sinks().names()).containsExactly("console");
    assertThat(registry.sinks().get("console").options())
        .extracting(SinkOption::name)
        .containsExactly("terminal", "style", "wrap", "links", "marks", "extract");
    assertThat(registry.sinks().get("console").description()).isNotBlank();
  }

  @Test
  void eachSinkIsFreshAndOpensNothing() throws IOException {
    var spec = SinkSpec.parse("console:terminal=yes,marks=none");
    try (var one = registry.sink(spec);
        var other = registry.sink(spec)) {
      assertThat(one).isInstanceOf(ConsoleSink.class).isNotSameAs(other);
    }
  }

  @Test
  void unknownMarkIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> registry.sink(SinkSpec.parse("console:marks=loud")))
        .withMessage("sink 'console': option 'marks' is 'loud'; use one of error, output, none");
  }
}
