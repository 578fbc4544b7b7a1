package io.sluice.wire.request;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** The form in which a request wants the answer. */
public sealed interface RequestedFormat {

  /** The member of a request that says it. */
  String RESPONSE_FORMAT = "response_format";

  /** Text, which is the usual form. */
  record Text() implements RequestedFormat {}

  /** Any JSON object. */
  record AnyJson() implements RequestedFormat {}

  /**
   * JSON that follows a schema.
   *
   * @param members {@code name}, {@code schema}, {@code strict}, {@code description}, as given
   */
  record Schema(JsonObject members) implements RequestedFormat {

    /** The schema itself. */
    public Json schema() {
      return members.value("schema").map(JsonValue::json).orElse(new Json("{}"));
    }
  }

  /**
   * A form that only one dialect has.
   *
   * @param json what the request says
   */
  record Own(Json json) implements RequestedFormat {}

  /** The form among the unmodelled fields of a request, if there is one. */
  static Optional<RequestedFormat> of(Map<String, Json> fields) {
    return Optional.ofNullable(fields.get(RESPONSE_FORMAT)).map(RequestedFormat::of);
  }

  private static RequestedFormat of(Json given) {
    Optional<JsonObject> format = new JsonValue(given).object();
    Optional<RequestedFormat> schema =
        format
            .flatMap(it -> it.object("json_schema"))
            .filter(it -> it.value("schema").isPresent())
            .map(Schema::new);
    return switch (format.flatMap(it -> it.string("type")).orElse("")) {
      case "text" -> new Text();
      case "json_object" -> new AnyJson();
      case "json_schema" -> schema.orElseGet(() -> new Own(given));
      default -> new Own(given);
    };
  }
}
