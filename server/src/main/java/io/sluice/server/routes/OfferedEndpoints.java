package io.sluice.server.routes;

import io.sluice.json.JsonWriter;
import io.sluice.server.http.EndpointAccess;
import io.sluice.server.runs.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers are told of the endpoints: never a key. Thread-safe. */
public final class OfferedEndpoints {

  private final Endpoints endpoints;
  private final Map<String, EndpointAccess> access;
  private final ModelsRoute models;

  /**
   * These endpoints.
   *
   * @param access how they are asked, as far as that may be told
   * @param models knows the models of those that were asked for them
   */
  public OfferedEndpoints(
      Endpoints endpoints, Map<String, EndpointAccess> access, ModelsRoute models) {
    this.endpoints = endpoints;
    this.access = Map.copyOf(access);
    this.models = models;
  }

  /** Whether a built-in model is all that a caller has. */
  boolean areOffline(String caller) {
    return endpoints.names(caller).stream().allMatch(name -> is(name, EndpointAccess.OFFLINE));
  }

  void describeFor(String caller, JsonWriter json) {
    json.objects("endpoints", endpoints.names(caller), this::describe);
  }

  private void describe(JsonWriter json, String name) {
    json.field("name", name)
        .field("url", endpoints.transport(name).endpoint())
        .field("dialect", endpoints.transport(name).dialect());
    if (access.containsKey(name)) {
      json.flag("key", is(name, EndpointAccess.KEYED))
          .flag("offline", is(name, EndpointAccess.OFFLINE));
    }
    Optional<List<String>> known = models.known(name);
    known.ifPresent(ids -> json.objects("models", ids, (each, id) -> each.field("id", id)));
  }

  private boolean is(String name, EndpointAccess right) {
    return access.get(name) == right;
  }
}
