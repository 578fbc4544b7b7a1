package io.sluice.wire.request;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** Which tool a request lets the model call. */
public sealed interface RequestedChoice {

  /** The member of a request that says it. */
  String TOOL_CHOICE = "tool_choice";

  /**
   * A rule for all tools.
   *
   * @param word {@code auto}, {@code none} or {@code required}
   */
  record Rule(String word) implements RequestedChoice {}

  /**
   * One function.
   *
   * @param name its name
   */
  record Function(String name) implements RequestedChoice {}

  /**
   * A choice in the form of one dialect.
   *
   * @param json the choice
   */
  record Own(Json json) implements RequestedChoice {}

  /** The choice among the unmodelled fields of a request, if there is one. */
  static Optional<RequestedChoice> of(Map<String, Json> fields) {
    return Optional.ofNullable(fields.get(TOOL_CHOICE)).map(RequestedChoice::of);
  }

  private static RequestedChoice of(Json given) {
    JsonValue value = new JsonValue(given);
    Optional<RequestedChoice> rule = value.string().map(Rule::new);
    Optional<RequestedChoice> function =
        value
            .object()
            .filter(it -> it.string("type").orElse("").equals("function"))
            .flatMap(RequestedChoice::name)
            .map(Function::new);
    return rule.or(() -> function).orElseGet(() -> new Own(given));
  }

  private static Optional<String> name(JsonObject choice) {
    return choice
        .object("function")
        .flatMap(function -> function.string("name"))
        .or(() -> choice.string("name"));
  }
}
