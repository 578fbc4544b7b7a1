package io.sluice.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Collects the bindings of the plugins of any number of class loaders. A plugin that does not work
 * becomes a line in {@link #problems()} and does not affect the others. Mutable; for one thread.
 */
final class PluginLoader {

  /** After this many broken lines in service files the rest of a loader is not read. */
  private static final int MOST_BROKEN = 100;

  private final Catalogs catalogs = new Catalogs();
  private final Set<Class<?>> plugins = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** Adds the plugins found through {@code loader}; returns the number of plugins named there. */
  @SuppressWarnings("removal") // jars of version 0.1 name themselves under the old name
  int load(ClassLoader loader, String origin) {
    return load(ServiceLoader.load(Plugin.class, loader), origin)
        + load(ServiceLoader.load(SinkPlugin.class, loader), origin);
  }

  private <P extends Plugin> int load(ServiceLoader<P> services, String origin) {
    Iterator<ServiceLoader.Provider<P>> named = services.stream().iterator();
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
    problem(origin + ": " + PluginProblem.of(cause));
  }

  void problem(String line) {
    problems.add("plugin " + line);
  }

  <T> Catalog<T> catalog(PluginKind<T> kind) {
    return catalogs.of(kind);
  }

  List<CloseableExtension> closeables() {
    return catalogs.closeables();
  }

  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    all.addAll(catalogs.conflicts());
    return List.copyOf(all);
  }

  /** A jar may name its plugin under the old name and the new one: it counts once. */
  private void load(ServiceLoader.Provider<? extends Plugin> provider, String origin) {
    if (plugins.add(provider.type())) {
      contributions(provider, origin).forEach(found -> found.addTo(catalogs, origin));
    }
  }

  /**
   * An exception of a plugin becomes a problem of that plugin, except an error of the JVM itself.
   */
  private List<Contributions.Contribution<?>> contributions(
      ServiceLoader.Provider<? extends Plugin> provider, String origin) {
    try {
      ClassLoader home = provider.type().getClassLoader();
      return ContextLoader.call(home, () -> Contributions.of(provider.get()));
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      problem(provider.type().getName() + " (" + origin + ")", broken);
      return List.of();
    }
  }
}
