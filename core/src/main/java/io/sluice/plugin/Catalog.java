package io.sluice.plugin;

import io.sluice.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The things of one kind that plugins brought, by name, each with where it came from. Filled before
 * it is handed out, and only read from then on: thread-safe.
 *
 * @param <T> what a name stands for
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

  /** What that name stands for, if one plugin binds it and one only. */
  public Optional<T> find(String name) {
    return entry(name).map(Entry::what);
  }

  /**
   * What that name stands for.
   *
   * @throws UnknownNameException in one line with the nearest name, if no plugin binds it
   * @throws IllegalArgumentException in one line with their origins, if several do
   */
  public T get(String name) {
    return known(name).what();
  }

  /**
   * Where what that name stands for comes from: {@code built in}, or the jar's path.
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
  private record Entry<T>(T what, String origin) {}
}
