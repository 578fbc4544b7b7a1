package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plugin is found by its line in {@code META-INF/services}. */
final class BellPluginTest {

  @Test
  void theBellIsFoundByNameBesideTheBuiltInSinks() throws IOException {
    try (Plugins registry = Plugins.load(List.of());
        Sink bell = registry.sink(SinkSpec.parse("bell"))) {
      assertThat(registry.sinks().names()).containsExactly("bell", "console", "file", "tokens");
      assertThat(registry.problems()).isEmpty();
      assertThat(bell).isNotNull();
    }
  }
}
