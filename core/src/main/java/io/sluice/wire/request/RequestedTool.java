package io.sluice.wire.request;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A tool of a request: a function of the caller, or one of the provider's own. */
public sealed interface RequestedTool {

  /** The member of a request that holds the tools. */
  String TOOLS = "tools";

  /**
   * A function of the caller.
   *
   * @param name its name
   * @param description what it does, empty if that is not said
   * @param parameters the JSON Schema of its arguments, if it has any
   * @param strict whether arguments must follow the schema, if that is said
   */
  record Function(
      String name, String description, Optional<Json> parameters, Optional<Boolean> strict)
      implements RequestedTool {

    @Override
    public Json json() {
      String said =
          JsonWriter.object(
              text -> text.field("type", "function").object("function", this::writeMembers));
      return new Json(said);
    }

    private void writeMembers(JsonWriter text) {
      text.field("name", name);
      if (!description.isEmpty()) {
        text.field("description", description);
      }
      parameters.ifPresent(schema -> text.field("parameters", schema));
    }
  }

  /**
   * A tool in the form of one dialect.
   *
   * @param json the tool
   */
  record Own(Json json) implements RequestedTool {}

  /** The tools of a request; unmodelled ones take the place of the modelled ones. */
  static List<RequestedTool> of(ChatRequest request) {
    return Optional.ofNullable(request.other().get(TOOLS))
        .flatMap(given -> new JsonValue(given).elements())
        .map(all -> all.stream().map(RequestedTool::of).toList())
        .orElseGet(() -> request.tools().stream().map(RequestedTool::of).toList());
  }

  /** The tools of a request as an array in OpenAI's form, which other APIs share. */
  static Json array(List<RequestedTool> tools) {
    return new Json(
        tools.stream().map(tool -> tool.json().text()).collect(Collectors.joining(",", "[", "]")));
  }

  /** The tool in OpenAI's form without {@code strict}, or in its own. */
  Json json();

  private static RequestedTool of(Tool tool) {
    return new Function(
        tool.name(), tool.description(), Optional.of(tool.parameters()), Optional.empty());
  }

  private static RequestedTool of(JsonValue tool) {
    return tool.object()
        .filter(it -> it.string("type").orElse("function").equals("function"))
        .flatMap(it -> it.object("function"))
        .filter(it -> it.string("name").isPresent())
        .map(RequestedTool::function)
        .orElseGet(() -> new Own(tool.json()));
  }

  private static RequestedTool function(JsonObject function) {
    return new Function(
        function.string("name").orElseThrow(),
        function.string("description").orElse(""),
        function.value("parameters").map(JsonValue::json),
        function.flag("strict"));
  }
}
