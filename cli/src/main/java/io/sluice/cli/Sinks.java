package io.sluice.cli;

import io.sluice.pipeline.Pipeline;
import io.sluice.plugin.BrokenPluginException;
import io.sluice.plugin.SinkRegistry;
import io.sluice.plugin.SinkSpec;
import io.sluice.sink.Sink;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sinks that the user named, and dialects by name. Plugins are loaded only where there is one
 * to be found. To be closed after the last run. Mutable; for one thread.
 */
final class Sinks implements AutoCloseable {
  private final Call call;
  private final List<SinkSpec> named;
  private @Nullable SinkRegistry registry;

  private Sinks(Call call, List<SinkSpec> named) {
    this.call = call;
    this.named = named;
  }

  /** Loads the plugins if need be; says what is wrong with them. */
  static Sinks named(List<SinkSpec> named, Call call) {
    var sinks = new Sinks(call, named);
    if (!named.isEmpty() || !call.arguments().values("--plugin").isEmpty()) {
      sinks.plugins();
    }
    return sinks;
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
      pipeline.to(name, plugins().sink(spec));
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

  /**
   * The dialect of that name.
   *
   * @throws IllegalArgumentException in one line, if there is none
   */
  Dialect dialect(String name) {
    return plugins().dialect(name);
  }

  /** The dialect that recognises an event stream by its start, the first by name. */
  Optional<Dialect> recognised(String start) {
    SinkRegistry known = plugins();
    return known.dialects().stream()
        .map(known::dialect)
        .filter(dialect -> dialect.recognises(start))
        .findFirst();
  }

  @Override
  public void close() {
    if (registry != null) {
      registry.close();
    }
  }

  private SinkRegistry plugins() {
    SinkRegistry loaded = registry;
    if (loaded == null) {
      loaded = SinkRegistry.load(PluginJars.of(call));
      registry = loaded;
      List<String> names = named.stream().map(SinkSpec::name).toList();
      PluginJars.complain(loaded, names, call.notices());
    }
    return loaded;
  }
}
