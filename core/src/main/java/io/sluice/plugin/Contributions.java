package io.sluice.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import io.sluice.sink.SinkFactory;
import io.sluice.wire.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;

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

  /** The first thing Guice or the plugin has to say, in one line. */
  static String complaint(Throwable broken) {
    if (broken instanceof CreationException creation) {
      return first(creation.getErrorMessages());
    }
    if (broken instanceof ProvisionException provision) {
      return first(provision.getErrorMessages());
    }
    if (broken instanceof ServiceConfigurationError service && service.getCause() != null) {
      return complaint(service.getCause());
    }
    String message = broken.getMessage();
    String kind = broken.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + line(message);
  }

  private static String first(Collection<Message> messages) {
    return messages.stream()
        .findFirst()
        .map(
            first ->
                first.getCause() == null ? line(first.getMessage()) : complaint(first.getCause()))
        .orElse("no reason given");
  }

  private static String line(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
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
