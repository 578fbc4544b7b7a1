package io.sluice.plugin;

import io.sluice.sink.SinkFactory;
import io.sluice.wire.Dialect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Collects what the plugins of any number of class loaders bind. A plugin that does not work
 * becomes a line in {@link #problems()} and takes nothing else with it. Mutable; for one thread.
 */
final class PluginLoader {

  /** After so many broken lines in service files the rest of a loader is not worth reading. */
  private static final int MOST_BROKEN = 100;

  private final Catalog<SinkFactory> sinks = new Catalog<>("sink");
  private final Catalog<Dialect> dialects = new Catalog<>("dialect");
  private final List<String> problems = new ArrayList<>();

  /** Adds what is found through {@code loader}; the number of plugins that were named there. */
  int load(ClassLoader loader, String origin) {
    Iterator<ServiceLoader.Provider<SinkPlugin>> named =
        ServiceLoader.load(SinkPlugin.class, loader).stream().iterator();
    int seen = 0;
    int broken = 0;
    while (broken < MOST_BROKEN) {
      try {
        if (!named.hasNext()) {
          return seen + broken;
        }
        load(named.next(), origin);
        seen++;
      } catch (ServiceConfigurationError | LinkageError unusable) {
        broken++;
        problem(origin, unusable);
      }
    }
    return seen + broken;
  }

  void problem(String origin, Throwable cause) {
    problem(origin + ": " + Complaint.of(cause));
  }

  void problem(String line) {
    problems.add("plugin " + line);
  }

  Catalog<SinkFactory> sinks() {
    return sinks;
  }

  Catalog<Dialect> dialects() {
    return dialects;
  }

  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    all.addAll(sinks.conflicts());
    all.addAll(dialects.conflicts());
    return List.copyOf(all);
  }

  private void load(ServiceLoader.Provider<SinkPlugin> provider, String origin) {
    contributions(provider, origin)
        .ifPresent(
            found -> {
              found.sinks().forEach((name, sink) -> sinks.add(name, sink, origin));
              found.dialects().forEach((name, dialect) -> dialects.add(name, dialect, origin));
            });
  }

  /** Whatever a plugin throws is its own affair, unless the JVM itself is in doubt. */
  private Optional<Contributions> contributions(
      ServiceLoader.Provider<SinkPlugin> provider, String origin) {
    try {
      ClassLoader home = provider.type().getClassLoader();
      return Optional.of(ContextLoader.call(home, () -> Contributions.of(provider.get())));
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      problem(provider.type().getName() + " (" + origin + ")", broken);
      return Optional.empty();
    }
  }
}
