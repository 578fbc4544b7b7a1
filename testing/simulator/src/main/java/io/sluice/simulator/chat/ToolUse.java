package io.sluice.simulator.chat;

import java.util.List;

/**
 * The tools of a request, and when to call them.
 *
 * @param tools those that may be called
 * @param parallel whether one answer may call several
 */
record ToolUse(List<OfferedTool> tools, Mode mode, boolean parallel) {
  static final ToolUse NONE = new ToolUse(List.of(), Mode.NONE, true);

  ToolUse {
    tools = List.copyOf(tools);
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
