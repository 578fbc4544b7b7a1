package io.sluice.plugin;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import com.google.inject.util.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the extensions that one plugin binds. */
final class Contributions {

  private Contributions() {}

  /** Creates the plugin's injector; throws any error of the plugin. */
  static List<Contribution<?>> of(Plugin plugin) {
    List<Element> elements = Elements.getElements(plugin);
    List<Message> errors =
        elements.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
    if (!errors.isEmpty()) { // Guice would log what configure() threw, with its stack trace.
      throw new CreationException(errors);
    }
    Injector injector = Guice.createInjector(Elements.getModule(elements));
    List<Contribution<?>> all = new ArrayList<>();
    for (PluginKind<?> kind : plugin.kinds()) {
      addAll(injector, kind, all);
    }
    return all;
  }

  private static <T> void addAll(Injector injector, PluginKind<T> kind, List<Contribution<?>> all) {
    for (Map.Entry<String, T> bound : injector.getInstance(byName(kind)).entrySet()) {
      all.add(new Contribution<>(kind, bound.getKey(), bound.getValue()));
    }
  }

  /** The key under which Guice's {@code MapBinder} keeps the extensions of a kind. */
  @SuppressWarnings("unchecked") // a map from names to things of that very type
  private static <T> Key<Map<String, T>> byName(PluginKind<T> kind) {
    return Key.get(
        (TypeLiteral<Map<String, T>>) TypeLiteral.get(Types.mapOf(String.class, kind.type())));
  }

  /**
   * An extension that a plugin binds.
   *
   * @param kind its kind
   * @param name the name it is bound to
   * @param thing the extension itself
   * @param <T> its type
   */
  record Contribution<T>(PluginKind<T> kind, String name, T thing) {

    void addTo(Catalogs catalogs, String origin) {
      catalogs.of(kind).add(name, thing, origin);
    }
  }
}
