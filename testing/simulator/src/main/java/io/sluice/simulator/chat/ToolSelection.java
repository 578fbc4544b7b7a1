package io.sluice.simulator.chat;

import io.sluice.simulator.chat.ToolUse.Limit;
import io.sluice.simulator.chat.ToolUse.Mode;
import io.sluice.simulator.model.SharedWords;
import io.sluice.simulator.schema.PromptValues;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which tools an answer calls, by the words of the prompt. */
final class ToolSelection {
  private static final int MOST_REPEATS = 4;
  private static final int NAMED = 1000;
  private static final int WORD_OF_NAME = 10;

  /** Words that a name or a description of any tool may have. */
  private static final Set<String> COMMON =
      Set.of(
          "call",
          "create",
          "current",
          "data",
          "fetch",
          "find",
          "function",
          "get",
          "given",
          "info",
          "list",
          "look",
          "name",
          "number",
          "return",
          "run",
          "set",
          "text",
          "tool",
          "update",
          "use",
          "user",
          "value");

  private final Dialogue dialogue;
  private final ToolUse use;

  ToolSelection(Dialogue dialogue, ToolUse use) {
    this.dialogue = dialogue;
    this.use = use;
  }

  /** The tools to call, in their order; one may be there several times. */
  List<OfferedTool> calls(PromptValues values) {
    boolean answered = !dialogue.results().isEmpty();
    if (use.mode() == Mode.NONE || (use.mode() == Mode.AUTO && answered)) {
      return List.of();
    }
    List<OfferedTool> wanted = wanted();
    if (wanted.size() > 1 && use.limit() == Limit.ONE) {
      return List.of(best(wanted));
    }
    return wanted.size() == 1 && use.limit() == Limit.SEVERAL
        ? Collections.nCopies(repeats(wanted.get(0), values), wanted.get(0))
        : wanted;
  }

  private List<OfferedTool> wanted() {
    if (use.mode() == Mode.NAMED) {
      return use.tools();
    }
    List<OfferedTool> fitting = use.tools().stream().filter(tool -> score(tool) > 0).toList();
    return fitting.isEmpty() && use.mode() == Mode.REQUIRED ? List.of(use.tools().get(0)) : fitting;
  }

  private OfferedTool best(List<OfferedTool> tools) {
    return Collections.max(tools, Comparator.comparingLong(this::score));
  }

  /** Above 0 if the prompt names the tool, a word of its name, or two words of its description. */
  private long score(OfferedTool tool) {
    String prompt = dialogue.prompt();
    String spoken = tool.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])|[_-]+", " ");
    String lower = prompt.toLowerCase(Locale.ROOT);
    long named = lower.contains(tool.name().toLowerCase(Locale.ROOT)) ? NAMED : 0;
    long words = SharedWords.count(spoken, prompt, COMMON);
    long described = SharedWords.count(tool.description(), prompt, COMMON);
    return named + WORD_OF_NAME * words + (described > 1 ? described : 0);
  }

  /** One call for each name in the prompt, if the tool wants just one name. */
  private static int repeats(OfferedTool tool, PromptValues values) {
    long wanting =
        tool.properties().entrySet().stream()
            .filter(property -> PromptValues.wantsName(property.getKey(), property.getValue()))
            .count();
    int names = values.names().size();
    return wanting == 1 ? Math.max(1, Math.min(MOST_REPEATS, names)) : 1;
  }
}
