package io.sluice.simulator.chat;

import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.schema.SampleSchema;
import io.sluice.simulator.schema.UnservableSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A function that the model may call.
 *
 * @param place of its parameters in the request, as errors write it
 * @param properties of its arguments, by name
 * @param parameters what the arguments must hold against
 */
public record OfferedTool(
    String place,
    String name,
    String description,
    Map<String, Object> properties,
    SampleSchema parameters) {

  /**
   * A function with these parameters.
   *
   * @param place of the parameters in the request, as errors write it
   * @param given the JSON Schema of the parameters; empty for a function without any
   * @throws InvalidRequest if no arguments can hold against it
   */
  public static OfferedTool of(
      String place, String name, String description, Map<String, Object> given) {
    var parameters = new LinkedHashMap<>(given);
    parameters.putIfAbsent("type", "object");
    Map<String, Object> properties =
        parameters.get("properties") instanceof Map<?, ?> named ? named(named) : Map.of();
    try {
      SampleSchema schema = SampleSchema.of(parameters);
      schema.requireObject();
      return new OfferedTool(place, name, description, properties, schema);
    } catch (UnservableSchema wrong) {
      throw unservable(name, place, wrong);
    }
  }

  private static Map<String, Object> named(Map<?, ?> properties) {
    var named = new LinkedHashMap<String, Object>();
    properties.forEach((name, schema) -> named.put(name.toString(), schema));
    return named;
  }

  /**
   * The same function, if its parameters keep the rules that OpenAI calls strict.
   *
   * @throws InvalidRequest if they do not
   */
  public OfferedTool strict() {
    try {
      parameters.requireStrict();
      return this;
    } catch (UnservableSchema wrong) {
      throw unservable(wrong);
    }
  }

  /** The error for a function whose arguments cannot be made. */
  InvalidRequest unservable(UnservableSchema wrong) {
    return unservable(name, place, wrong);
  }

  private static InvalidRequest unservable(String name, String place, UnservableSchema wrong) {
    return InvalidRequest.coded(
        place,
        "invalid_function_parameters",
        "Invalid schema for function '" + name + "': " + wrong.getMessage());
  }
}
