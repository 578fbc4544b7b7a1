package io.sluice.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One catalog for each kind of extension. Mutable; for one thread. */
final class Catalogs {

  private final Map<PluginKind<?>, Catalog<?>> catalogs = new LinkedHashMap<>();

  /** The catalog of that kind; an empty one if nothing was added to it yet. */
  @SuppressWarnings("unchecked") // what is kept under a kind is made here, with its type
  <T> Catalog<T> of(PluginKind<T> kind) {
    return (Catalog<T>) catalogs.computeIfAbsent(kind, missing -> new Catalog<>(kind.word()));
  }

  /** The extensions of every kind that are to be closed at the end. */
  List<CloseableExtension> closeables() {
    return catalogs.values().stream().flatMap(catalog -> catalog.closeables().stream()).toList();
  }

  /** One line for each name of a kind that was bound more than once. */
  List<String> conflicts() {
    return catalogs.values().stream().flatMap(catalog -> catalog.conflicts().stream()).toList();
  }
}
