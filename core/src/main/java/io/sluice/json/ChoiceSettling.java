package io.sluice.json;

import io.sluice.json.ChoiceDraft.Range;
import io.sluice.stream.Delta;
import io.sluice.stream.Irregularity.Kind;
import org.jspecify.annotations.Nullable;

/** Interprets the deltas of a choice once the whole chunk is known. Used once. */
final class ChoiceSettling {
  private final Draft draft;
  private final ReaderState remembered;
  private final ChoiceDraft choice;
  private int index;

  ChoiceSettling(Draft draft, ReaderState remembered, ChoiceDraft choice) {
    this.draft = draft;
    this.remembered = remembered;
    this.choice = choice;
  }

  /** Corrects the deltas; returns how many were dropped. */
  int run() {
    int before = draft.size();
    index = remembered.indexes.settle(choice.index(), opening(), draft::irregular);
    remembered.streamed |= says(choice.delta());
    settleMessage(choice.message());
    number(choice.to() - (before - draft.size()));
    return before - draft.size();
  }

  private ChoiceIndexes.Opening opening() {
    boolean named = false;
    for (int i = choice.from(); i < choice.to(); i++) {
      Delta delta = draft.delta(i);
      if (delta.carriesTokens() || delta instanceof Delta.Finish) {
        return ChoiceIndexes.Opening.OTHERWISE;
      }
      named |= delta instanceof Delta.Role;
    }
    return named ? ChoiceIndexes.Opening.LIKE_AN_ANSWER : ChoiceIndexes.Opening.OTHERWISE;
  }

  private boolean says(Range range) {
    for (int i = range.from(); i < range.to(); i++) {
      if (draft.delta(i).carriesTokens()) {
        return true;
      }
    }
    return false;
  }

  private void settleMessage(Range message) {
    if (message.isEmpty()) {
      return;
    }
    boolean beside = !choice.delta().isEmpty() && !says(message);
    if (remembered.streamed || beside) {
      draft.drop(message.from(), message.to());
      return;
    }
    draft.irregular(Kind.WHOLE_ANSWER);
    WholeMessage known = remembered.whole(index);
    int end = message.to() - dropKnown(message, known);
    for (int i = message.from(); i < end; i++) {
      known.add(draft.delta(i));
    }
  }

  /** A second message of a choice adds only the parts that the first one lacked. */
  private int dropKnown(Range message, WholeMessage known) {
    int dropped = 0;
    for (int i = message.to() - 1; i >= message.from(); i--) {
      if (known.has(draft.delta(i))) {
        draft.drop(i, i + 1);
        dropped++;
      }
    }
    return dropped;
  }

  /**
   * Gives deltas the index of their choice, and fragments of tool calls the index of their call.
   */
  private void number(int to) {
    var position = ToolCallIndexes.Position.FIRST;
    int end = to;
    for (int i = choice.from(); i < end; i++) {
      Delta delta = DeltaReindexing.at(draft.delta(i), index);
      if (delta instanceof Delta.ToolCall fragment) {
        delta = assigned(fragment, position);
        position = ToolCallIndexes.Position.LATER;
      }
      if (delta == null) {
        draft.drop(i, i + 1);
        i--;
        end--;
      } else {
        draft.replace(i, delta);
      }
    }
  }

  private Delta.@Nullable ToolCall assigned(
      Delta.ToolCall fragment, ToolCallIndexes.Position position) {
    return remembered.toolCalls(index).settle(fragment, position, draft::irregular);
  }
}
