package io.sluice.simulator.chat;

import io.sluice.simulator.chat.ToolUse.Limit;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.schema.SampleSchema;
import io.sluice.simulator.schema.UnservableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a request says about tools. */
final class ToolsReader {
  private static final int MOST_TOOLS = 128;
  private static final int LONGEST_NAME = 64;
  private static final String NAME = "^[a-zA-Z0-9_-]+$";
  private static final List<String> MODES = List.of("none", "auto", "required");

  private ToolsReader() {}

  static ToolUse read(RequestFields request) {
    List<OfferedTool> tools = tools(request);
    if (tools.isEmpty()) {
      for (String name : List.of("tool_choice", "parallel_tool_calls")) {
        if (request.value(name).isPresent()) {
          throw InvalidRequest.plain(
              name,
              "Invalid value for '%1$s': '%1$s' is only allowed when 'tools' are specified."
                  .formatted(name));
        }
      }
      return ToolUse.NONE;
    }
    boolean single =
        request.value("parallel_tool_calls").isPresent() && !request.flag("parallel_tool_calls");
    Limit limit = single ? Limit.ONE : Limit.SEVERAL;
    Object choice = request.value("tool_choice").orElse("auto");
    if (choice instanceof Map) {
      return named(tools, request.neededObject("tool_choice"), limit);
    }
    if (!(choice instanceof String)) {
      throw InvalidRequest.type("tool_choice", "one of a string or object", choice);
    }
    return new ToolUse(tools, mode(request, "tool_choice"), limit);
  }

  private static Mode mode(RequestFields fields, String name) {
    return switch (fields.word(name, MODES).orElse("auto")) {
      case "none" -> Mode.NONE;
      case "required" -> Mode.REQUIRED;
      default -> Mode.AUTO;
    };
  }

  private static ToolUse named(List<OfferedTool> tools, RequestFields choice, Limit limit) {
    if (choice.text("type").orElse("").equals("allowed_tools")) {
      return allowed(tools, choice.neededObject("allowed_tools"), limit);
    }
    String name = choice.neededObject("function").neededText("name");
    choice.word("type", List.of("function", "allowed_tools"));
    return new ToolUse(List.of(find(tools, name)), Mode.NAMED, limit);
  }

  private static ToolUse allowed(List<OfferedTool> tools, RequestFields allowed, Limit limit) {
    var chosen = new ArrayList<OfferedTool>();
    for (RequestFields tool :
        allowed
            .objects("tools")
            .orElseThrow(() -> InvalidRequest.missing(allowed.place("tools")))) {
      chosen.add(find(tools, tool.neededObject("function").neededText("name")));
    }
    Mode mode = mode(allowed, "mode");
    return chosen.isEmpty() ? ToolUse.NONE : new ToolUse(chosen, mode, limit);
  }

  private static OfferedTool find(List<OfferedTool> tools, String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.plain(
                    "tool_choice", "Tool choice '" + name + "' not found in 'tools' parameter."));
  }

  private static List<OfferedTool> tools(RequestFields request) {
    List<RequestFields> given = request.objects("tools").orElse(List.of());
    if (request.value("tools").isPresent() && given.isEmpty()) {
      throw DialogueReader.emptyArray("tools");
    }
    if (given.size() > MOST_TOOLS) {
      throw InvalidRequest.bound(
          "tools",
          "array_above_max_length",
          "array too long",
          "an array with maximum length %d, but got an array with length %d instead."
              .formatted(MOST_TOOLS, given.size()));
    }
    return given.stream().map(ToolsReader::tool).toList();
  }

  private static OfferedTool tool(RequestFields tool) {
    if (tool.word("type", List.of("function")).isEmpty()) {
      throw InvalidRequest.missing(tool.place("type"));
    }
    RequestFields function = tool.neededObject("function");
    String name = function.neededText("name");
    checkName(name, function.place("name"));
    Map<String, Object> given =
        function.object("parameters").map(RequestFields::values).orElse(Map.of());
    var parameters = new LinkedHashMap<>(given);
    parameters.putIfAbsent("type", "object");
    return new OfferedTool(
        function.place("parameters"),
        name,
        function.text("description").orElse(""),
        parameters.get("properties") instanceof Map<?, ?> properties ? named(properties) : Map.of(),
        schema(function, name, parameters));
  }

  private static Map<String, Object> named(Map<?, ?> properties) {
    var named = new LinkedHashMap<String, Object>();
    properties.forEach((name, schema) -> named.put(name.toString(), schema));
    return named;
  }

  static void checkName(String name, String place) {
    if (name.length() > LONGEST_NAME) {
      throw InvalidRequest.bound(
          place,
          "string_above_max_length",
          "string too long",
          "a string with maximum length %d, but got a string with length %d instead."
              .formatted(LONGEST_NAME, name.length()));
    }
    if (!name.matches(NAME)) {
      throw InvalidRequest.bound(
          place,
          "invalid_value",
          "string does not match pattern",
          "a string that matches the pattern '" + NAME + "'.");
    }
  }

  private static SampleSchema schema(
      RequestFields function, String name, Map<String, Object> parameters) {
    boolean strict = function.flag("strict");
    try {
      SampleSchema schema = SampleSchema.of(parameters);
      schema.requireObject();
      if (strict) {
        schema.requireStrict();
      }
      return schema;
    } catch (UnservableSchema wrong) {
      throw unservable(name, function.place("parameters"), wrong);
    }
  }

  /** The error for a function whose arguments cannot be made. */
  static InvalidRequest unservable(String name, String place, UnservableSchema wrong) {
    return InvalidRequest.coded(
        place,
        "invalid_function_parameters",
        "Invalid schema for function '" + name + "': " + wrong.getMessage());
  }
}
