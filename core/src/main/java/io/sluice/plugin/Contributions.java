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

/** Reads out what one plugin binds. */
final class Contributions {

  private Contributions() {}

  /** Makes the plugin's injector; throws whatever is wrong with the plugin. */
  static List<Contribution<?>> of(Plugin plugin) {
    List<Element> elements = Elements.getElements(plugin);
    List<Message> errors =
        elements.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
    if (!errors.isEmpty()) { // Guice would log what configure() threw, trace and all.
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

  /** The key under which Guice's {@code MapBinder} keeps the things of a kind. */
  @SuppressWarnings("unchecked") // a map from names to things of that very type
  private static <T> Key<Map<String, T>> byName(PluginKind<T> kind) {
    return Key.get(
        (TypeLiteral<Map<String, T>>) TypeLiteral.get(Types.mapOf(String.class, kind.type())));
  }

  /**
   * A thing that a plugin binds.
   *
   * @param kind of which kind it is
   * @param name what it is bound as
   * @param thing itself
   * @param <T> its type
   */
  record Contribution<T>(PluginKind<T> kind, String name, T thing) {

    void addTo(Catalogs catalogs, String origin) {
      catalogs.of(kind).add(name, thing, origin);
    }
  }
}
