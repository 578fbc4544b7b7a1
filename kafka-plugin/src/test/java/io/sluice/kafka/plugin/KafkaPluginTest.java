package io.sluice.kafka.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.RunSourceSpec;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkOption;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaPluginTest {

  @Test
  void itBringsASinkAndASourceOfRuns() {
    try (Plugins plugins = Plugins.load(List.of())) {
      assertThat(plugins.problems()).isEmpty();
      assertThat(plugins.description("kafka").options())
          .filteredOn(SinkOption::isRequired)
          .extracting(SinkOption::name)
          .containsExactly("servers");
      assertThat(plugins.runSourceDescription("kafka").options())
          .filteredOn(SinkOption::isRequired)
          .extracting(SinkOption::name)
          .containsExactly("servers", "run");
    }
  }

  @Test
  void aSinkIsMadeWithoutABroker() throws IOException {
    try (Plugins plugins = Plugins.load(List.of());
        Sink sink = plugins.sink(SinkSpec.parse("kafka:servers=127.0.0.1:9;127.0.0.1:10"))) {
      assertThat(sink.idleInterval()).isEmpty();
    }
  }

  @Test
  void aMomentThatIsNoneIsRefused() {
    RunSourceSpec spec = RunSourceSpec.parse("kafka:servers=127.0.0.1:9,run=r-1,from=yesterday");
    try (Plugins plugins = Plugins.load(List.of())) {
      assertThatThrownBy(() -> plugins.run(spec, name -> new OpenAiDialect()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "run source 'kafka': option 'from' is 'yesterday'; use a moment, such as"
                  + " 2026-01-31T09:30Z");
    }
  }
}
