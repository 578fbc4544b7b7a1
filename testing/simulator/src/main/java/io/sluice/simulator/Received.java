package io.sluice.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived, for tests of what a client sends. Since it may contain a key, its text
 * form leaves out headers and body.
 *
 * @param path with the query
 * @param headers by name in lower case; the values of one name in the order in which they arrived
 * @param body decoded as UTF-8
 */
public record Received(String method, String path, Map<String, List<String>> headers, String body) {
  /** Copies the headers. */
  public Received {
    var copy = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Map.copyOf(copy);
  }

  /** The first value of a header; the case of the name does not matter. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
