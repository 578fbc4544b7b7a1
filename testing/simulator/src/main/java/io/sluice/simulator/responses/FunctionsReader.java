package io.sluice.simulator.responses;

import io.sluice.simulator.chat.FunctionName;
import io.sluice.simulator.chat.OfferedTool;
import io.sluice.simulator.chat.ToolUse;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.openai.ToolRules;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Map;

/** Reads what a request says about tools; only functions are known. */
final class FunctionsReader {
  private FunctionsReader() {}

  static ToolUse read(RequestFields request) {
    List<OfferedTool> tools =
        request.objects("tools").orElse(List.of()).stream().map(FunctionsReader::tool).toList();
    if (tools.isEmpty()) {
      return ToolUse.NONE;
    }
    var use = new ToolUse(tools, Mode.AUTO, ToolRules.limit(request));
    return request.value("tool_choice").orElse("auto") instanceof Map
        ? chosen(use, request.neededObject("tool_choice"))
        : new ToolUse(tools, ToolRules.mode(request, "tool_choice"), use.limit());
  }

  private static ToolUse chosen(ToolUse use, RequestFields choice) {
    String type = choice.word("type", List.of("function", "allowed_tools")).orElse("function");
    if (type.equals("function")) {
      return use.named(choice.neededText("name"));
    }
    List<String> names =
        choice.objects("tools").orElse(List.of()).stream()
            .map(tool -> tool.neededText("name"))
            .toList();
    return use.only(names, ToolRules.mode(choice, "mode"));
  }

  private static OfferedTool tool(RequestFields tool) {
    if (tool.word("type", List.of("function")).isEmpty()) {
      throw InvalidRequest.missing(tool.place("type"));
    }
    String name = tool.neededText("name");
    FunctionName.check(name, tool.place("name"));
    OfferedTool offered =
        OfferedTool.of(
            tool.place("parameters"),
            name,
            tool.text("description").orElse(""),
            tool.object("parameters").map(RequestFields::values).orElse(Map.of()));
    return tool.flag("strict") ? offered.strict() : offered;
  }
}
