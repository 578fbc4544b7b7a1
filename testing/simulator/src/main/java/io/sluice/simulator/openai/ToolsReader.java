package io.sluice.simulator.openai;

import io.sluice.simulator.chat.FunctionName;
import io.sluice.simulator.chat.OfferedTool;
import io.sluice.simulator.chat.ToolUse;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Map;

/** Reads what a request says about tools. */
final class ToolsReader {
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
    var use = new ToolUse(tools, Mode.AUTO, ToolRules.limit(request));
    Object choice = request.value("tool_choice").orElse("auto");
    if (choice instanceof Map) {
      return named(use, request.neededObject("tool_choice"));
    }
    if (!(choice instanceof String)) {
      throw InvalidRequest.type("tool_choice", "one of a string or object", choice);
    }
    return new ToolUse(tools, ToolRules.mode(request, "tool_choice"), use.limit());
  }

  private static ToolUse named(ToolUse use, RequestFields choice) {
    if (choice.text("type").orElse("").equals("allowed_tools")) {
      return allowed(use, choice.neededObject("allowed_tools"));
    }
    String name = choice.neededObject("function").neededText("name");
    choice.word("type", List.of("function", "allowed_tools"));
    return use.named(name);
  }

  private static ToolUse allowed(ToolUse use, RequestFields allowed) {
    List<RequestFields> tools =
        allowed.objects("tools").orElseThrow(() -> InvalidRequest.missing(allowed.place("tools")));
    List<String> names =
        tools.stream().map(tool -> tool.neededObject("function").neededText("name")).toList();
    return use.only(names, ToolRules.mode(allowed, "mode"));
  }

  private static List<OfferedTool> tools(RequestFields request) {
    List<RequestFields> given = request.objects("tools").orElse(List.of());
    if (request.value("tools").isPresent() && given.isEmpty()) {
      throw DialogueReader.emptyArray("tools");
    }
    if (given.size() > ToolUse.MOST_TOOLS) {
      throw InvalidRequest.bound(
          "tools",
          "array_above_max_length",
          "array too long",
          "an array with maximum length %d, but got an array with length %d instead."
              .formatted(ToolUse.MOST_TOOLS, given.size()));
    }
    return given.stream().map(ToolsReader::tool).toList();
  }

  private static OfferedTool tool(RequestFields tool) {
    if (tool.word("type", List.of("function")).isEmpty()) {
      throw InvalidRequest.missing(tool.place("type"));
    }
    RequestFields function = tool.neededObject("function");
    String name = function.neededText("name");
    FunctionName.check(name, function.place("name"));
    OfferedTool offered =
        OfferedTool.of(
            function.place("parameters"),
            name,
            function.text("description").orElse(""),
            function.object("parameters").map(RequestFields::values).orElse(Map.of()));
    return function.flag("strict") ? offered.strict() : offered;
  }
}
