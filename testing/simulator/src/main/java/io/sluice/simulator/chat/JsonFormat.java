package io.sluice.simulator.chat;

import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.schema.SampleSchema;
import io.sluice.simulator.schema.UnservableSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON that an answer must be.
 *
 * @param place of the schema in the request, as errors write it
 * @param subject what an error calls the schema
 */
public record JsonFormat(String place, String subject, SampleSchema schema) {

  /**
   * JSON that holds against a schema.
   *
   * @throws InvalidRequest if no answer can hold against it
   */
  public static JsonFormat of(String place, String subject, Map<String, Object> schema) {
    try {
      return new JsonFormat(place, subject, SampleSchema.of(schema));
    } catch (UnservableSchema wrong) {
      throw unservable(place, subject, wrong);
    }
  }

  /** Any JSON object, with the keys that the conversation asks for. */
  public static JsonFormat object(String place, Dialogue dialogue) {
    var properties = new LinkedHashMap<String, Object>();
    for (String key : RequestedKeys.of(dialogue)) {
      properties.put(key, Map.of());
    }
    List<String> required = List.copyOf(properties.keySet());
    return of(
        place,
        "json_object",
        Map.of("type", "object", "properties", properties, "required", required));
  }

  /**
   * The same format, if it keeps the rules that OpenAI calls strict.
   *
   * @throws InvalidRequest if it does not
   */
  public JsonFormat strict() {
    try {
      schema.requireStrict();
      return this;
    } catch (UnservableSchema wrong) {
      throw unservable(place, subject, wrong);
    }
  }

  /** The error for a schema that no answer holds against. */
  InvalidRequest unservable(UnservableSchema wrong) {
    return unservable(place, subject, wrong);
  }

  private static InvalidRequest unservable(String place, String subject, UnservableSchema wrong) {
    return InvalidRequest.plain(
        place, "Invalid schema for response_format '" + subject + "': " + wrong.getMessage());
  }
}
