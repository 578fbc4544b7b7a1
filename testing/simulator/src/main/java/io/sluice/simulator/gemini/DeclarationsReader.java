package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.FunctionName;
import io.sluice.simulator.chat.OfferedTool;
import io.sluice.simulator.chat.ToolUse;
import io.sluice.simulator.chat.ToolUse.Limit;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a request says about tools; only declared functions are known. */
final class DeclarationsReader {
  private static final String FUNCTIONS = "functionDeclarations";
  private static final List<String> MODES =
      List.of("MODE_UNSPECIFIED", "AUTO", "ANY", "NONE", "VALIDATED");

  private DeclarationsReader() {}

  static ToolUse read(RequestFields request) {
    var tools = new ArrayList<OfferedTool>();
    for (RequestFields tool : request.objects("tools").orElse(List.of())) {
      refuseOwn(tool);
      tool.objects(FUNCTIONS)
          .ifPresent(all -> all.stream().map(DeclarationsReader::function).forEach(tools::add));
    }
    if (tools.isEmpty()) {
      return ToolUse.NONE;
    }
    Optional<RequestFields> config =
        request.object("toolConfig").flatMap(it -> it.object("functionCallingConfig"));
    Mode mode =
        switch (config.flatMap(it -> it.word("mode", MODES)).orElse("AUTO")) {
          case "ANY" -> Mode.REQUIRED;
          case "NONE" -> Mode.NONE;
          default -> Mode.AUTO;
        };
    var use = new ToolUse(tools, mode, Limit.SEVERAL);
    List<String> allowed = config.map(it -> it.texts("allowedFunctionNames")).orElse(List.of());
    if (allowed.isEmpty()) {
      return use;
    }
    return allowed.size() == 1 && mode == Mode.REQUIRED
        ? use.named(allowed.get(0))
        : use.only(allowed, mode);
  }

  private static void refuseOwn(RequestFields tool) {
    for (String name : tool.values().keySet()) {
      if (!name.equals(FUNCTIONS)) {
        throw InvalidRequest.unsupported(tool.place(name), "Only functions are.");
      }
    }
  }

  private static OfferedTool function(RequestFields function) {
    String name = function.neededText("name");
    FunctionName.check(name, function.place("name"));
    Map<String, Object> parameters =
        function
            .object("parametersJsonSchema")
            .or(() -> function.object("parameters"))
            .map(RequestFields::values)
            .orElse(Map.of());
    return OfferedTool.of(
        function.place("parameters"),
        name,
        function.text("description").orElse(""),
        OpenApiSchema.jsonSchema(parameters));
  }
}
