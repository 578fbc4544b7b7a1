package io.sluice.simulator.openai;

import io.sluice.simulator.chat.ToolUse.Limit;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.request.RequestFields;
import java.util.List;

/** The words in which OpenAI's APIs say when tools are called, and how many. */
public final class ToolRules {
  private static final List<String> MODES = List.of("none", "auto", "required");
  private static final String PARALLEL = "parallel_tool_calls";

  private ToolRules() {}

  /** The rule in a field; the model decides if it is absent. */
  public static Mode mode(RequestFields fields, String name) {
    return switch (fields.word(name, MODES).orElse("auto")) {
      case "none" -> Mode.NONE;
      case "required" -> Mode.REQUIRED;
      default -> Mode.AUTO;
    };
  }

  /** How many calls an answer to this request may make. */
  public static Limit limit(RequestFields request) {
    boolean one = request.value(PARALLEL).isPresent() && !request.flag(PARALLEL);
    return one ? Limit.ONE : Limit.SEVERAL;
  }
}
