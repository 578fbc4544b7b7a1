package io.sluice.dialects.responses;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.RequestedChoice;
import io.sluice.wire.request.RequestedFormat;
import io.sluice.wire.request.RequestedTool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Translates the unmodelled fields of a request that the Responses API has under other names or in
 * other objects. All others are passed on unchanged.
 */
final class RequestSettings {

  private static final String EFFORT = "reasoning_effort";
  private static final String REASONING = "reasoning";
  private static final String VERBOSITY = "verbosity";
  private static final String TEXT = "text";
  private static final String LIMIT = "max_completion_tokens";
  private static final String STORE = "store";
  private static final String INCLUDE = "include";
  private static final Json ENCRYPTED = new Json("[\"reasoning.encrypted_content\"]");

  private RequestSettings() {}

  /**
   * The fields to send besides those of {@code RequestBody}.
   *
   * @throws IllegalArgumentException in one line, if one cannot be expressed, or is given twice
   */
  static Map<String, Json> translated(Map<String, Json> given) {
    Map<String, Json> fields = new LinkedHashMap<>(given);
    fields.remove(RequestedTool.TOOLS);
    fields.remove(RequestedChoice.TOOL_CHOICE);
    move(fields, LIMIT, "max_output_tokens");
    Optional.ofNullable(fields.remove(EFFORT))
        .ifPresent(effort -> put(fields, REASONING, "effort", EFFORT, effort));
    Optional.ofNullable(fields.remove(VERBOSITY))
        .ifPresent(verbosity -> put(fields, TEXT, VERBOSITY, VERBOSITY, verbosity));
    Optional<Json> format = RequestedFormat.of(given).map(RequestSettings::format);
    fields.remove(RequestedFormat.RESPONSE_FORMAT);
    format.ifPresent(it -> put(fields, TEXT, "format", RequestedFormat.RESPONSE_FORMAT, it));
    keepReasoning(fields);
    return fields;
  }

  /** What the server does not store, it must be given back, and so it must give it first. */
  private static void keepReasoning(Map<String, Json> fields) {
    Json store = fields.get(STORE);
    if (store != null && store.text().strip().equals("false")) {
      fields.putIfAbsent(INCLUDE, ENCRYPTED);
    }
  }

  private static void move(Map<String, Json> fields, String from, String to) {
    Json value = fields.remove(from);
    if (value != null && fields.putIfAbsent(to, value) != null) {
      throw twice(from, to);
    }
  }

  /** Adds a member to a field that is an object and may be given, too. */
  private static void put(
      Map<String, Json> fields, String field, String member, String from, Json value) {
    Map<String, Json> members = new LinkedHashMap<>();
    Json before = fields.get(field);
    if (before != null) {
      JsonObject object =
          new JsonValue(before)
              .object()
              .orElseThrow(() -> RequestBody.API.refusal(field, before, "give it an object"));
      members.putAll(object.members());
    }
    if (members.putIfAbsent(member, value) != null) {
      throw twice(from, field + "." + member);
    }
    fields.put(field, JsonWriter.json(text -> members.forEach(text::field)));
  }

  private static IllegalArgumentException twice(String one, String other) {
    return new IllegalArgumentException(one + " and " + other + " say the same; leave one of them");
  }

  private static Json format(RequestedFormat format) {
    if (format instanceof RequestedFormat.Schema schema) {
      return JsonWriter.json(text -> members(text.field("type", "json_schema"), schema.members()));
    }
    if (format instanceof RequestedFormat.Own own) {
      return own.json();
    }
    String type = format instanceof RequestedFormat.AnyJson ? "json_object" : "text";
    return JsonWriter.json(text -> text.field("type", type));
  }

  /** A schema needs a name here. */
  private static void members(JsonWriter text, JsonObject schema) {
    Set<String> names = schema.members().keySet();
    if (!names.contains("name")) {
      text.field("name", "answer");
    }
    schema.members().forEach(text::field);
  }
}
