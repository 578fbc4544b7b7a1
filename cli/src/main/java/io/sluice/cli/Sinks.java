package io.sluice.cli;

import io.sluice.pipeline.Pipeline;
import io.sluice.plugin.SinkRegistry;
import io.sluice.plugin.SinkSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sinks that the user named. Plugins are loaded only where there is one to be found. To be
 * closed after the last run.
 */
final class Sinks implements AutoCloseable {
  private final SinkRegistry registry;
  private final List<SinkSpec> named;

  private Sinks(SinkRegistry registry, List<SinkSpec> named) {
    this.registry = registry;
    this.named = named;
  }

  /** Loads the plugins if need be; says what is wrong with them. */
  static Sinks named(List<SinkSpec> named, Call call) {
    boolean wanted = !named.isEmpty() || !call.arguments().values("--plugin").isEmpty();
    var registry = SinkRegistry.load(wanted ? PluginJars.of(call.arguments()) : List.of());
    if (wanted) {
      registry.problems().forEach(call.notices()::error);
    }
    return new Sinks(registry, named);
  }

  /** Adds a fresh sink for each name, in order; a name used twice gets a number. */
  void addTo(Pipeline.Builder pipeline) {
    Map<String, Integer> times = new HashMap<>();
    for (SinkSpec spec : named) {
      int nth = times.merge(spec.name(), 1, Integer::sum);
      try {
        pipeline.to(nth == 1 ? spec.name() : spec.name() + "#" + nth, registry.sink(spec));
      } catch (IllegalArgumentException | IOException refused) {
        throw UsageException.of(refused);
      }
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}
