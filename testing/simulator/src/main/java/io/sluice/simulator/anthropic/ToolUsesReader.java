package io.sluice.simulator.anthropic;

import io.sluice.simulator.chat.FunctionName;
import io.sluice.simulator.chat.OfferedTool;
import io.sluice.simulator.chat.ToolUse;
import io.sluice.simulator.chat.ToolUse.Limit;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Optional;

/** Reads what a request says about tools; only the caller's own are known. */
final class ToolUsesReader {
  private static final List<String> CHOICES = List.of("auto", "any", "tool", "none");

  private ToolUsesReader() {}

  static ToolUse read(RequestFields request) {
    List<OfferedTool> tools =
        request.objects("tools").orElse(List.of()).stream().map(ToolUsesReader::tool).toList();
    if (tools.isEmpty()) {
      return ToolUse.NONE;
    }
    Optional<RequestFields> choice = request.object("tool_choice");
    boolean single = choice.filter(it -> it.flag("disable_parallel_tool_use")).isPresent();
    Limit limit = single ? Limit.ONE : Limit.SEVERAL;
    var use = new ToolUse(tools, Mode.AUTO, limit);
    return switch (choice.flatMap(it -> it.word("type", CHOICES)).orElse("auto")) {
      case "any" -> new ToolUse(tools, Mode.REQUIRED, limit);
      case "none" -> new ToolUse(tools, Mode.NONE, limit);
      case "tool" -> use.named(choice.orElseThrow().neededText("name"));
      default -> use;
    };
  }

  private static OfferedTool tool(RequestFields tool) {
    String type = tool.text("type").orElse("custom");
    if (!type.equals("custom")) {
      throw InvalidRequest.unsupportedValue(
          tool.place("type"), type, "Only tools of the caller's own are supported.");
    }
    String name = tool.neededText("name");
    FunctionName.check(name, tool.place("name"));
    return OfferedTool.of(
        tool.place("input_schema"),
        name,
        tool.text("description").orElse(""),
        tool.neededObject("input_schema").values());
  }
}
