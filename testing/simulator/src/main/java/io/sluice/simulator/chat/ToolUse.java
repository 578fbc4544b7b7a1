package io.sluice.simulator.chat;

import io.sluice.simulator.request.InvalidRequest;
import java.util.List;

/**
 * The tools of a request, and when to call them.
 *
 * @param tools those that may be called
 * @param limit how many calls one answer may make
 */
public record ToolUse(List<OfferedTool> tools, Mode mode, Limit limit) {
  /** The most tools of a request. */
  public static final int MOST_TOOLS = 128;

  /** No tool at all. */
  public static final ToolUse NONE = new ToolUse(List.of(), Mode.NONE, Limit.SEVERAL);

  /** Copies the list. */
  public ToolUse {
    tools = List.copyOf(tools);
  }

  /** Only the tool of that name, which is always called. */
  public ToolUse named(String name) {
    return new ToolUse(List.of(find(name)), Mode.NAMED, limit);
  }

  /** Only the tools of these names; none at all for no names. */
  public ToolUse only(List<String> names, Mode when) {
    List<OfferedTool> chosen = names.stream().map(this::find).toList();
    return chosen.isEmpty() ? NONE : new ToolUse(chosen, when, limit);
  }

  private OfferedTool find(String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.plain(
                    "tool_choice", "Tool choice '" + name + "' not found in 'tools' parameter."));
  }

  /** How many calls an answer makes at most. */
  public enum Limit {
    ONE,
    SEVERAL
  }

  /** When a tool is called. */
  public enum Mode {
    NONE,
    /** If the prompt asks for it. */
    AUTO,
    /** Always one or more, whichever fits best. */
    REQUIRED,
    /** Always the only one that is in the list. */
    NAMED
  }
}
