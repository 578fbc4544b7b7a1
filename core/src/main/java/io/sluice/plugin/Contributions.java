package io.sluice.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import io.sluice.sink.SinkFactory;
import io.sluice.wire.Dialect;
import java.util.List;
import java.util.Map;

/**
 * What one plugin binds.
 *
 * @param sinks by name
 * @param dialects by name
 */
record Contributions(Map<String, SinkFactory> sinks, Map<String, Dialect> dialects) {

  /** Makes the plugin's injector; throws whatever is wrong with the plugin. */
  static Contributions of(SinkPlugin plugin) {
    List<Element> elements = Elements.getElements(plugin);
    List<Message> errors =
        elements.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
    if (!errors.isEmpty()) { // Guice would log what configure() threw, trace and all.
      throw new CreationException(errors);
    }
    Injector injector = Guice.createInjector(Elements.getModule(elements), new Maps());
    return new Contributions(
        injector.getInstance(Key.get(new TypeLiteral<Map<String, SinkFactory>>() {})),
        injector.getInstance(Key.get(new TypeLiteral<Map<String, Dialect>>() {})));
  }

  /** Lets a plugin bind sinks only, or dialects only. */
  private static final class Maps extends AbstractModule {
    @Override
    protected void configure() {
      MapBinder.newMapBinder(binder(), String.class, SinkFactory.class);
      MapBinder.newMapBinder(binder(), String.class, Dialect.class);
    }
  }
}
