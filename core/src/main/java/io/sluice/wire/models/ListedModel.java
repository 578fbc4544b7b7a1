package io.sluice.wire.models;

import io.sluice.chat.Json;
import java.util.Objects;

/**
 * A model that a server offers.
 *
 * @param name the name by which a request asks for it
 * @param json the server's whole object, verbatim
 */
public record ListedModel(String name, Json json) {

  /** Refuses null. */
  public ListedModel {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(json, "json");
  }
}
