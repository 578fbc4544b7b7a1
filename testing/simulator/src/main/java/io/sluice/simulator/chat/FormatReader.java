package io.sluice.simulator.chat;

import io.sluice.simulator.schema.SampleSchema;
import io.sluice.simulator.schema.UnservableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the response format of a request. */
final class FormatReader {
  private static final List<String> TYPES = List.of("json_object", "json_schema", "text");
  private static final int MOST_KEYS = 20;

  /** The names after "keys" or "fields", between commas, up to the end of the sentence. */
  private static final Pattern KEYS =
      Pattern.compile(
          "\\b(?:keys?|fields?|properties)\\b:?\\s+((?:[\"'`]?\\w+[\"'`]?(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+)?){1,40})",
          Pattern.CASE_INSENSITIVE);

  private FormatReader() {}

  /** The JSON that the answer must be; empty if it may be any text. */
  static Optional<JsonFormat> read(RequestFields request, Dialogue dialogue) {
    return request.object("response_format").flatMap(format -> wanted(format, dialogue));
  }

  private static Optional<JsonFormat> wanted(RequestFields format, Dialogue dialogue) {
    String type =
        format.word("type", TYPES).orElseThrow(() -> InvalidRequest.missing(format.place("type")));
    return switch (type) {
      case "json_schema" -> Optional.of(schema(format.neededObject("json_schema")));
      case "json_object" -> Optional.of(object(dialogue));
      default -> Optional.empty();
    };
  }

  private static JsonFormat schema(RequestFields given) {
    String name = given.neededText("name");
    ToolsReader.checkName(name, given.place("name"));
    boolean strict = given.flag("strict");
    Map<String, Object> root = given.neededObject("schema").values();
    try {
      SampleSchema schema = SampleSchema.of(root);
      if (strict) {
        schema.requireStrict();
      }
      return new JsonFormat(name, schema);
    } catch (UnservableSchema wrong) {
      throw unservable(name, wrong);
    }
  }

  /** The error for a schema that no answer holds against. */
  static InvalidRequest unservable(String name, UnservableSchema wrong) {
    return InvalidRequest.plain(
        "response_format",
        "Invalid schema for response_format '" + name + "': " + wrong.getMessage());
  }

  private static JsonFormat object(Dialogue dialogue) {
    boolean named =
        dialogue.texts().stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("json"));
    if (!named) {
      throw InvalidRequest.plain(
          "messages",
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
              + " 'json_object'.");
    }
    var properties = new LinkedHashMap<String, Object>();
    for (String key : keys(dialogue)) {
      properties.put(key, Map.of());
    }
    return new JsonFormat(
        "json_object",
        SampleSchema.of(
            Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()))));
  }

  private static List<String> keys(Dialogue dialogue) {
    List<String> keys =
        dialogue.texts().stream()
            .flatMap(text -> KEYS.matcher(text).results())
            .flatMap(list -> Pattern.compile("\\w+").matcher(list.group(1)).results())
            .map(word -> word.group())
            .filter(word -> !word.equals("and"))
            .distinct()
            .limit(MOST_KEYS)
            .toList();
    return keys.isEmpty() ? List.of("answer") : keys;
  }
}
