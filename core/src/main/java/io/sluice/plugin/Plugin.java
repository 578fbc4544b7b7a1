package io.sluice.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.binder.LinkedBindingBuilder;
import com.google.inject.multibindings.MapBinder;
import io.sluice.sink.SinkFactory;
import io.sluice.wire.Dialect;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a jar adds to Sluice: a Guice module that binds sinks, dialects and things of other kinds by
 * name. It is found by {@link java.util.ServiceLoader}, so it is public, has a public constructor
 * without parameters, and is named in {@code META-INF/services/io.sluice.plugin.Plugin}. Each
 * plugin gets an injector of its own; it sees no other plugin's bindings.
 */
@SuppressWarnings("exports") // of Guice, which only those need who load plugins
public abstract class Plugin extends AbstractModule {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Set<PluginKind<?>> kinds = new LinkedHashSet<>();

  /** Does nothing; configuring is done in {@code configure}. */
  protected Plugin() {}

  /**
   * Binds what makes the sinks of that name; to be called in {@code configure}.
   *
   * @param name as people write it: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name holds anything else
   */
  protected final LinkedBindingBuilder<SinkFactory> bindSink(String name) {
    return bind(PluginKind.SINK, name);
  }

  /**
   * Binds a dialect under the name it is chosen by; to be called in {@code configure}.
   *
   * @param name as people write it: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name holds anything else
   */
  protected final LinkedBindingBuilder<Dialect> bindDialect(String name) {
    return bind(PluginKind.DIALECT, name);
  }

  /**
   * Binds a thing of any kind under the name it is chosen by; to be called in {@code configure}.
   *
   * @param name as people write it: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name holds anything else
   */
  protected final <T> LinkedBindingBuilder<T> bind(PluginKind<T> kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a " + kind.word() + " cannot be named '" + name + "'; use letters, digits and -._");
    }
    kinds.add(kind);
    return MapBinder.newMapBinder(binder(), String.class, kind.type()).addBinding(name);
  }

  /** The kinds of which {@code configure} has bound something. */
  final Set<PluginKind<?>> kinds() {
    return kinds;
  }
}
