package io.sluice.server.gate;

import io.sluice.server.http.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which endpoints the holders of tokens may use. A token that names none may use all. Immutable.
 */
public final class EndpointRights {

  private final Map<String, Set<String>> named = new HashMap<>();

  /**
   * The rights that these tokens give.
   *
   * @throws IllegalArgumentException if two tokens of one name may use different endpoints, since
   *     what is begun with either belongs to the name
   */
  public EndpointRights(List<AccessToken> tokens) {
    for (AccessToken token : tokens) {
      Set<String> other = named.putIfAbsent(token.name(), token.endpoints());
      if (other != null && !other.equals(token.endpoints())) {
        throw new IllegalArgumentException(
            "two tokens are named '"
                + token.name()
                + "' and may use different endpoints; give both the same, or two names");
      }
    }
  }

  /** Whether the caller of that name may use an endpoint. */
  public boolean allow(String caller, String endpoint) {
    Set<String> own = own(caller);
    return own.isEmpty() || own.contains(endpoint);
  }

  /**
   * Lets the caller of that name use an endpoint.
   *
   * @throws Refusal with status 403 if the caller may not
   */
  public void check(String caller, String endpoint) {
    if (!allow(caller, endpoint)) {
      throw new Refusal(
          403,
          "endpoint_not_allowed",
          "the token '"
              + caller
              + "' may not use the endpoint '"
              + endpoint
              + "'; it may use: "
              + String.join(", ", new TreeSet<>(own(caller))));
    }
  }

  private Set<String> own(String caller) {
    return named.getOrDefault(caller, Set.of());
  }
}
