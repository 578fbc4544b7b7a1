package io.sluice.plugin;

import io.sluice.sink.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Things of one kind by name, each with where it came from. Mutable while it is filled; then only
 * read.
 *
 * @param <T> the kind
 */
final class Catalog<T> {

  private final String kind;
  private final Map<String, List<Entry<T>>> entries = new TreeMap<>();

  Catalog(String kind) {
    this.kind = kind;
  }

  void add(String name, T what, String origin) {
    entries.computeIfAbsent(name, first -> new ArrayList<>()).add(new Entry<>(what, origin));
  }

  /** The names of which it is clear what they mean, in alphabetical order. */
  List<String> names() {
    return entries.entrySet().stream()
        .filter(named -> named.getValue().size() == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  Optional<Entry<T>> find(String name) {
    List<Entry<T>> found = entries.getOrDefault(name, List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  Entry<T> get(String name) {
    return find(name).orElseThrow(() -> refusal(name));
  }

  /** One line for each name that was bound more than once. */
  List<String> conflicts() {
    return entries.entrySet().stream()
        .filter(named -> named.getValue().size() > 1)
        .map(named -> conflict(named.getKey(), named.getValue()))
        .toList();
  }

  private IllegalArgumentException refusal(String name) {
    List<Entry<T>> several = entries.get(name);
    return several == null
        ? new UnknownNameException(NearestName.unknown(kind, name, names()))
        : new IllegalArgumentException(conflict(name, several));
  }

  private String conflict(String name, List<Entry<T>> several) {
    String origins = several.stream().map(Entry::origin).collect(Collectors.joining(" and "));
    return kind + " '" + name + "' is bound by " + origins + "; remove all but one";
  }

  /**
   * One thing.
   *
   * @param what the thing
   * @param origin where it came from, for people
   * @param <T> its kind
   */
  record Entry<T>(T what, String origin) {}
}
