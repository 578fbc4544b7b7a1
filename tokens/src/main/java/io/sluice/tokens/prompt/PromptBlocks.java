package io.sluice.tokens.prompt;

import io.sluice.tokens.PromptFormula;
import io.sluice.tokens.schema.EstimateReasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tools and the schema of the answer, which the server writes behind the text of the system
 * message or, without one, as a message of their own. Mutable; for one prompt.
 */
final class PromptBlocks {

  /** Stands for the index of a message that is not there. */
  static final int NONE = -1;

  private static final String TITLE = "# Tools\n\n";
  private static final int OWN_MESSAGE = 4;

  /** What tools of GPT-5 cost in the chat API beyond their text, behind a system message. */
  private static final int GPT_5_BEHIND_SYSTEM = 84;

  /** What tools of GPT-5 cost in the chat API beyond their text, without a system message. */
  private static final int GPT_5_ALONE = 85;

  /** What tools of GPT-5 cost in the Responses API beyond their text. */
  private static final int GPT_5_RESPONSES = 6;

  private final PromptFormula formula;
  private final PartCounter parts;
  private final ToolBlock tools;
  private final Optional<AnswerFormat> format;
  private final EstimateReasons reasons;

  PromptBlocks(
      PromptFormula formula,
      PartCounter parts,
      ToolBlock tools,
      Optional<AnswerFormat> format,
      EstimateReasons reasons) {
    this.formula = formula;
    this.parts = parts;
    this.tools = tools;
    this.format = format;
    this.reasons = reasons;
  }

  /**
   * Which message the blocks are written behind: the first of the system, for GPT-5 only at the
   * top.
   */
  int systemMessage(List<PromptTurn> turns) {
    int last = formula.isGpt5() ? Math.min(1, turns.size()) : turns.size();
    for (int i = 0; i < last; i++) {
      if (turns.get(i) instanceof PromptTurn.Said said && said.isFromSystem()) {
        return i;
      }
    }
    return NONE;
  }

  /** The blocks as they are written behind the text of the system message. */
  List<Segment> appended() {
    List<Segment> blocks = blocks();
    if (!blocks.isEmpty()) {
      blocks.set(0, blocks.get(0).apart());
    }
    return blocks;
  }

  private List<Segment> blocks() {
    List<Segment> blocks = new ArrayList<>(tools.segments(TITLE, reasons));
    format
        .map(given -> given.segment(reasons))
        .ifPresent(schema -> blocks.add(blocks.isEmpty() ? schema : schema.apart()));
    return blocks;
  }

  /** Adds what the blocks cost in the chat API beyond what was appended to the system message. */
  void countInChat(List<PromptTurn> turns, int system) {
    boolean dearTools = formula.isGpt5() && !tools.isEmpty();
    if (system == NONE) {
      List<Segment> blocks = blocks();
      parts.joined(blocks);
      if (!blocks.isEmpty() && !dearTools) {
        parts.add(blocks.get(0).part(), OWN_MESSAGE);
      }
    }
    if (dearTools) {
      parts.add(ToolBlock.PART, system == NONE ? GPT_5_ALONE : GPT_5_BEHIND_SYSTEM);
      withoutDescription();
    }
    format.ifPresent(schema -> nameOf(schema, turns));
  }

  /**
   * The name of a schema costs once more in some prompts, and once more for each earlier answer.
   */
  private void nameOf(AnswerFormat schema, List<PromptTurn> turns) {
    boolean counted = formula.isGpt5() || tools.isEmpty();
    long answers =
        turns.stream()
            .filter(turn -> turn instanceof PromptTurn.Said said && said.isAnswer())
            .count();
    long times = (formula.isGpt5() ? 0 : 1) + answers;
    if (counted && times > 0) {
      parts.add(schema.part(), times * (parts.tokens(schema.name()) + 2));
    }
  }

  /** Adds the blocks as the Responses API has them, apart from any message. */
  void countInResponses() {
    parts.joined(tools.segments("", reasons));
    if (formula.isGpt5() && !tools.isEmpty()) {
      parts.add(ToolBlock.PART, GPT_5_RESPONSES);
      withoutDescription();
    }
    format.ifPresent(
        schema -> {
          parts.joined(List.of(schema.segment(reasons)));
          parts.add(schema.part(), formula.isGpt5() ? 0 : 1);
        });
  }

  private void withoutDescription() {
    if (!tools.beginsWithDescription()) {
      parts.add(ToolBlock.PART, -1);
    }
  }
}
