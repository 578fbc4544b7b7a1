package io.sluice.plugin;

import io.sluice.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All plugins' extensions of one kind, by name, each with its origin. It is filled before it is
 * returned, and read-only from then on: thread-safe.
 *
 * @param <T> the type of the extensions
 */
public final class Catalog<T> {

  private final String kind;
  private final Map<String, List<Entry<T>>> entries = new TreeMap<>();

  Catalog(String kind) {
    this.kind = kind;
  }

  void add(String name, T what, String origin) {
    entries.computeIfAbsent(name, first -> new ArrayList<>()).add(new Entry<>(what, origin));
  }

  /** The names in alphabetical order, without those that two plugins bind. */
  public List<String> names() {
    return entries.entrySet().stream()
        .filter(named -> named.getValue().size() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The extension of that name, if exactly one plugin binds it. */
  public Optional<T> find(String name) {
    return entry(name).map(Entry::what);
  }

  /**
   * The extension of that name.
   *
   * @throws UnknownNameException with a one-line message that has the nearest name, if no plugin
   *     binds it
   * @throws IllegalArgumentException with a one-line message that has their origins, if several do
   */
  public T get(String name) {
    return known(name).what();
  }

  /**
   * The origin of the extension of that name: {@code built in}, or the jar's path.
   *
   * @throws IllegalArgumentException as {@link #get} does
   */
  public String origin(String name) {
    return known(name).origin();
  }

  /** One line for each name that was bound more than once. */
  List<String> conflicts() {
    return entries.entrySet().stream()
        .filter(named -> named.getValue().size() > 1)
        .map(named -> conflict(named.getKey(), named.getValue()))
        .toList();
  }

  /**
   * The extensions that are to be closed at the end, also those of a name that two plugins bind.
   */
  List<CloseableExtension> closeables() {
    List<CloseableExtension> all = new ArrayList<>();
    entries.forEach(
        (name, several) -> {
          for (Entry<T> entry : several) {
            if (entry.what() instanceof AutoCloseable thing) {
              all.add(new CloseableExtension(kind + " '" + name + "'", entry.origin(), thing));
            }
          }
        });
    return all;
  }

  private Entry<T> known(String name) {
    return entry(name).orElseThrow(() -> refusal(name));
  }

  private Optional<Entry<T>> entry(String name) {
    List<Entry<T>> found = entries.getOrDefault(name, List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private IllegalArgumentException refusal(String name) {
    List<Entry<T>> several = entries.get(name);
    return several == null
        ? new UnknownNameException(kind, name, NearestName.unknown(kind, name, names()))
        : new IllegalArgumentException(conflict(name, several));
  }

  private String conflict(String name, List<Entry<T>> several) {
    String origins = several.stream().map(Entry::origin).collect(Collectors.joining(" and "));
    return kind + " '" + name + "' is bound by " + origins + "; remove all but one";
  }

  /**
   * One extension.
   *
   * @param what the extension
   * @param origin where it comes from, for people
   * @param <T> its type
   */
  private record Entry<T>(T what, String origin) {}
}
