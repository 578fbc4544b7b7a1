package io.sluice.simulator.chat;

import java.util.List;

/**
 * The tools of a request, and when to call them.
 *
 * @param tools those that may be called
 * @param limit how many calls one answer may make
 */
record ToolUse(List<OfferedTool> tools, Mode mode, Limit limit) {
  static final ToolUse NONE = new ToolUse(List.of(), Mode.NONE, Limit.SEVERAL);

  ToolUse {
    tools = List.copyOf(tools);
  }

  /** How many calls an answer makes at most. */
  enum Limit {
    ONE,
    SEVERAL
  }

  /** When a tool is called. */
  enum Mode {
    NONE,
    /** If the prompt asks for it. */
    AUTO,
    /** Always one or more, whichever fits best. */
    REQUIRED,
    /** Always the only one that is in the list. */
    NAMED
  }
}
