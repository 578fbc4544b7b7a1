package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.stream.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Translates OpenAI's fields for the form of an answer ({@code response_format} with a JSON Schema)
 * and for how much is thought ({@code reasoning_effort}) into Anthropic's {@code output_config}.
 * Its other members are kept.
 */
final class OutputConfig {
  private static final String NAME = "output_config";
  private static final String FORMAT = "response_format";
  private static final String EFFORT = "reasoning_effort";

  private OutputConfig() {}

  /**
   * The unmodelled fields of a request, with these two in Anthropic's form.
   *
   * @throws IllegalArgumentException in one line, if one of them cannot be expressed, or is given
   *     in both forms
   */
  static Map<String, Json> translated(Map<String, Json> fields) {
    Map<String, Json> rest = new LinkedHashMap<>(fields);
    Map<String, Json> config = new LinkedHashMap<>();
    Optional.ofNullable(rest.remove(FORMAT))
        .ifPresent(given -> config.put("format", format(given)));
    Optional.ofNullable(rest.remove(EFFORT))
        .ifPresent(given -> config.put("effort", effort(given)));
    if (config.isEmpty()) {
      return fields;
    }
    given(fields).forEach((name, value) -> add(config, name, value));
    rest.put(NAME, JsonWriter.json(text -> config.forEach(text::field)));
    return rest;
  }

  private static void add(Map<String, Json> config, String name, Json value) {
    if (config.putIfAbsent(name, value) != null) {
      String other = name.equals("format") ? FORMAT : EFFORT;
      throw new IllegalArgumentException(
          other + " and " + NAME + "." + name + " say the same; leave one of them");
    }
  }

  private static Map<String, Json> given(Map<String, Json> fields) {
    return Optional.ofNullable(fields.get(NAME)).map(OutputConfig::members).orElse(Map.of());
  }

  private static Map<String, Json> members(Json config) {
    return new JsonValue(config)
        .object()
        .map(JsonObject::members)
        .orElseThrow(() -> inexpressible(NAME, config, "give it an object"));
  }

  private static Json format(Json given) {
    return new JsonValue(given)
        .object()
        .flatMap(format -> format.object("json_schema"))
        .flatMap(own -> own.value("schema"))
        .map(JsonValue::json)
        .map(
            schema ->
                JsonWriter.json(text -> text.field("type", "json_schema").field("schema", schema)))
        .orElseThrow(
            () -> inexpressible(FORMAT, given, "give it a json_schema, or ask for a tool call"));
  }

  /** Anthropic knows no less than a low effort; which words a model takes, its server says. */
  private static Json effort(Json given) {
    return new JsonValue(given)
        .string()
        .filter(word -> !word.isBlank() && !word.equals("none") && !word.equals("minimal"))
        .map(JsonWriter::json)
        .orElseThrow(() -> inexpressible(EFFORT, given, "use low, medium, high or max"));
  }

  private static IllegalArgumentException inexpressible(String name, Json given, String remedy) {
    return new IllegalArgumentException(
        name + " is " + OneLine.of(given.text()) + ", which Anthropic cannot be told; " + remedy);
  }
}
