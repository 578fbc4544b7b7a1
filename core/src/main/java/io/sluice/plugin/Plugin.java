package io.sluice.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.binder.LinkedBindingBuilder;
import com.google.inject.multibindings.MapBinder;
import io.sluice.queue.JobQueueFactory;
import io.sluice.replay.RunSourceFactory;
import io.sluice.sink.SinkFactory;
import io.sluice.stage.StageFactory;
import io.sluice.wire.Dialect;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The base class of plugins: a Guice module that binds sinks, dialects and extensions of other
 * kinds by name. It is found by {@link java.util.ServiceLoader}; it must therefore be public, have
 * a public constructor without parameters, and be named in {@code
 * META-INF/services/io.sluice.plugin.Plugin}. Each plugin gets an injector of its own and does not
 * see other plugins' bindings.
 */
@SuppressWarnings("exports") // of Guice, which only those need who load plugins
public abstract class Plugin extends AbstractModule {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Set<PluginKind<?>> kinds = new LinkedHashSet<>();

  /** Does nothing; bindings are made in {@code configure}. */
  protected Plugin() {}

  /**
   * Binds the factory of a sink to a name; call it in {@code configure}.
   *
   * @param name the name that users write: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  protected final LinkedBindingBuilder<SinkFactory> bindSink(String name) {
    return bind(PluginKind.SINK, name);
  }

  /**
   * Binds a finder of runs to a name; call it in {@code configure}.
   *
   * @param name the name that users write: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  protected final LinkedBindingBuilder<RunSourceFactory> bindRunSource(String name) {
    return bind(PluginKind.RUN_SOURCE, name);
  }

  /**
   * Binds the factory of a stage to a name; call it in {@code configure}.
   *
   * @param name the name that users write: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  protected final LinkedBindingBuilder<StageFactory> bindStage(String name) {
    return bind(PluginKind.STAGE, name);
  }

  /**
   * Binds a dialect to the name by which it is chosen; call it in {@code configure}.
   *
   * @param name the name that users write: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  protected final LinkedBindingBuilder<Dialect> bindDialect(String name) {
    return bind(PluginKind.DIALECT, name);
  }

  /**
   * Binds the factory of a queue that requests come from to a name; call it in {@code configure}.
   *
   * @param name the name that users write: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  protected final LinkedBindingBuilder<JobQueueFactory> bindQueue(String name) {
    return bind(PluginKind.QUEUE, name);
  }

  /**
   * Binds an extension of any kind to the name by which it is chosen; call it in {@code configure}.
   *
   * @param name the name that users write: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name has other characters
   */
  protected final <T> LinkedBindingBuilder<T> bind(PluginKind<T> kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a " + kind.word() + " cannot be named '" + name + "'; use letters, digits and -._");
    }
    kinds.add(kind);
    return MapBinder.newMapBinder(binder(), String.class, kind.type()).addBinding(name);
  }

  /** The kinds for which {@code configure} has bound an extension. */
  final Set<PluginKind<?>> kinds() {
    return kinds;
  }
}
