package io.sluice.wire.request;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.stream.OneLine;
import java.util.Map;

/**
 * The fields of a request that one API has no place for. They are refused before anything is sent,
 * because a server would ignore them.
 *
 * @param api the name of the API in messages
 * @param remedies what to do about each field, by its name in OpenAI's form
 */
public record Inexpressible(String api, Map<String, String> remedies) {

  /** Copies the map. */
  public Inexpressible {
    remedies = Map.copyOf(remedies);
  }

  /**
   * Checks a request.
   *
   * @throws IllegalArgumentException in one line, if it has one of the fields
   */
  public void refuse(ChatRequest request) {
    request.other().forEach(this::refuse);
    request.seed().ifPresent(seed -> refuse("seed", new Json(Long.toString(seed))));
    request
        .choices()
        .ifPresent(
            choices -> {
              if (choices > 1) {
                refuse("n", new Json(Integer.toString(choices)));
              }
            });
    if (!request.stop().isEmpty()) {
      refuse("stop", new Json('"' + request.stop().get(0).replace("\"", "") + '"'));
    }
  }

  private void refuse(String name, Json value) {
    String remedy = remedies.get(name);
    if (remedy != null) {
      throw refusal(name, value, remedy);
    }
  }

  /** The exception for a field whose value the API cannot be told. */
  public IllegalArgumentException refusal(String name, Json value, String remedy) {
    return new IllegalArgumentException(
        name + " is " + OneLine.of(value.text()) + ", which " + api + " cannot be told; " + remedy);
  }

  /** The exception for a part of a message that the API has no place for. */
  public IllegalArgumentException part(String what, String remedy) {
    return new IllegalArgumentException(api + " has no place for " + what + "; " + remedy);
  }
}
