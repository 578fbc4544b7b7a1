package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.util.Optional;

/**
 * Translates OpenAI's way to say which tool to call ({@code "required"}, an object of type {@code
 * function}) into Anthropic's; any other value is passed on unchanged.
 */
final class ToolChoice {

  private ToolChoice() {}

  static Json of(Json given) {
    JsonValue value = new JsonValue(given);
    Optional<Json> word = value.string().map(ToolChoice::type);
    Optional<Json> function = value.object().flatMap(ToolChoice::function);
    return word.or(() -> function).orElse(given);
  }

  private static Json type(String word) {
    return JsonWriter.json(text -> text.field("type", word.equals("required") ? "any" : word));
  }

  private static Optional<Json> function(JsonObject choice) {
    return choice
        .object("function")
        .flatMap(function -> function.string("name"))
        .map(name -> JsonWriter.json(text -> text.field("type", "tool").field("name", name)));
  }
}
