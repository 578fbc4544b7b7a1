package io.sluice.server.runs;

import io.sluice.server.gate.EndpointRights;
import io.sluice.server.http.Refusal;
import io.sluice.stream.ChatTransport;
import io.sluice.text.NearestName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers that answer runs, by name, and who may use them. Of those that a caller may use, the
 * first is the default. Immutable.
 */
public final class Endpoints {

  private final Map<String, ChatTransport> transports;
  private final EndpointRights rights;

  /**
   * Endpoints in this order.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Endpoints(Map<String, ChatTransport> transports, EndpointRights rights) {
    if (transports.isEmpty()) {
      throw new IllegalArgumentException("a server needs an endpoint; add one with endpoint(…)");
    }
    this.transports = Collections.unmodifiableMap(new LinkedHashMap<>(transports));
    this.rights = rights;
  }

  /** The names of those that the caller may use, in their order. Unmodifiable. */
  public List<String> names(String caller) {
    return transports.keySet().stream().filter(name -> rights.allow(caller, name)).toList();
  }

  /**
   * The endpoint that a caller names, or the first that this caller may use.
   *
   * @throws Refusal if there is none of that name, or the caller may not use it
   */
  public String name(String caller, Optional<String> wanted) {
    String first = transports.keySet().iterator().next();
    String name = wanted.orElseGet(() -> names(caller).stream().findFirst().orElse(first));
    if (!transports.containsKey(name)) {
      throw new Refusal(
          404, "unknown_endpoint", NearestName.unknown("endpoint", name, names(caller)));
    }
    rights.check(caller, name);
    return name;
  }

  /** What the endpoint at this URL is called; the URL if none is there. */
  public String nameOf(String url) {
    return transports.keySet().stream()
        .filter(name -> transport(name).endpoint().equals(url))
        .findFirst()
        .orElse(url);
  }

  /** What answers under this name, which must be one of the {@link #names names}. */
  public ChatTransport transport(String name) {
    return Optional.ofNullable(transports.get(name)).orElseThrow();
  }
}
