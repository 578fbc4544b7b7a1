package io.sluice.chat;

import java.util.Objects;

/**
 * A function that the model may ask to call.
 *
 * @param name the function's name
 * @param description what it does, for the model; may be empty
 * @param parameters the JSON Schema of its arguments
 */
public record Tool(String name, String description, Json parameters) {

  /** Refuses null. */
  public Tool {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(parameters, "parameters");
  }
}
