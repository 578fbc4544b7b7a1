package io.sluice.server.runs;

import io.sluice.server.http.Refusal;
import io.sluice.stream.ChatTransport;
import io.sluice.text.NearestName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The servers that answer runs, by name; the first is the default. Immutable. */
public final class Endpoints {

  private final Map<String, ChatTransport> transports;

  /**
   * Endpoints in this order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Endpoints(Map<String, ChatTransport> transports) {
    if (transports.isEmpty()) {
      throw new IllegalArgumentException("a server needs an endpoint; add one with endpoint(…)");
    }
    this.transports = Collections.unmodifiableMap(new LinkedHashMap<>(transports));
  }

  /** The names, in their order. Unmodifiable. */
  public Set<String> names() {
    return transports.keySet();
  }

  /**
   * The endpoint that a caller names, or the first.
   *
   * @throws Refusal if there is none of that name
   */
  public String name(Optional<String> wanted) {
    String name = wanted.orElseGet(() -> names().iterator().next());
    if (!transports.containsKey(name)) {
      throw new Refusal(404, "unknown_endpoint", NearestName.unknown("endpoint", name, names()));
    }
    return name;
  }

  /** What the endpoint at this URL is called; the URL if none is there. */
  public String nameOf(String url) {
    return names().stream()
        .filter(name -> transport(name).endpoint().equals(url))
        .findFirst()
        .orElse(url);
  }

  /** What answers under this name, which must be one of the {@link #names}. */
  public ChatTransport transport(String name) {
    return Optional.ofNullable(transports.get(name)).orElseThrow();
  }
}
