package io.sluice.cli;

import io.sluice.pipeline.Pipeline;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.SinkRegistry;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
    var registry = SinkRegistry.load(wanted ? PluginJars.of(call) : List.of());
    if (wanted) {
      List<String> names = named.stream().map(SinkSpec::name).toList();
      PluginJars.complain(registry, names, call.notices());
    }
    return new Sinks(registry, named);
  }

  /** Adds a fresh sink for each name, in order; a name used twice gets a number. */
  void addTo(Pipeline.Builder pipeline) {
    Map<String, Integer> times = new HashMap<>();
    for (SinkSpec spec : named) {
      int nth = times.merge(spec.name(), 1, Integer::sum);
      add(spec, nth == 1 ? spec.name() : spec.name() + "#" + nth, pipeline);
    }
  }

  /**
   * A factory that refuses has been asked for something wrong, which is for the user to correct
   * before anything is sent. One that breaks takes no more than its own sink with it.
   */
  private void add(SinkSpec spec, String name, Pipeline.Builder pipeline) {
    try {
      pipeline.to(name, registry.sink(spec));
    } catch (IllegalArgumentException | IOException refused) {
      throw UsageException.of(refused);
    } catch (BrokenPluginException broken) {
      Supplier<Sink> none =
          () -> {
            throw broken;
          };
      pipeline.to(name, none).optional();
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}
