package io.sluice.chat;

import java.util.Map;
import java.util.Objects;

/**
 * A function call that the model asks for.
 *
 * @param id the server's name for this call, empty if it gave none
 * @param name the function's name
 * @param arguments the arguments as the model wrote them: meant to be a JSON object, not validated
 * @param other fields of the call that Sluice does not model (including thought signatures)
 */
public record ToolCall(String id, String name, String arguments, Map<String, Json> other) {

  /** Copies {@code other}, keeping its order. */
  public ToolCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
    other = Fields.copyOf(other);
  }

  /** A call without unmodelled fields. */
  public static ToolCall of(String id, String name, String arguments) {
    return new ToolCall(id, name, arguments, Map.of());
  }
}
