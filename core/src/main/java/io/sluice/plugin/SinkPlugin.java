package io.sluice.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.binder.LinkedBindingBuilder;
import com.google.inject.multibindings.MapBinder;
import io.sluice.sink.SinkFactory;
import io.sluice.wire.Dialect;
import java.util.regex.Pattern;

/**
 * What a jar adds to Sluice: a Guice module that binds sinks and dialects by name. It is found by
 * {@link java.util.ServiceLoader}, so it is public, has a public constructor without parameters,
 * and is named in {@code META-INF/services/io.sluice.plugin.SinkPlugin}. Each plugin gets an
 * injector of its own; it sees no other plugin's bindings.
 */
public abstract class SinkPlugin extends AbstractModule {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Does nothing; configuring is done in {@code configure}. */
  protected SinkPlugin() {}

  /**
   * Binds what makes the sinks of that name; to be called in {@code configure}.
   *
   * @param name as people write it: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name holds anything else
   */
  protected final LinkedBindingBuilder<SinkFactory> bindSink(String name) {
    return MapBinder.newMapBinder(binder(), String.class, SinkFactory.class)
        .addBinding(checked("sink", name));
  }

  /**
   * Binds a dialect under the name it is chosen by; to be called in {@code configure}.
   *
   * @param name as people write it: letters, digits, dots, hyphens, underscores
   * @throws IllegalArgumentException if the name holds anything else
   */
  protected final LinkedBindingBuilder<Dialect> bindDialect(String name) {
    return MapBinder.newMapBinder(binder(), String.class, Dialect.class)
        .addBinding(checked("dialect", name));
  }

  private static String checked(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a " + kind + " cannot be named '" + name + "'; use letters, digits and -._");
    }
    return name;
  }
}
