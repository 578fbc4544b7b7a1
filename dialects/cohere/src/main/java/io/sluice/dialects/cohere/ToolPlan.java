package io.sluice.dialects.cohere;

import io.sluice.chat.AnswerFields;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Delta.Place;
import io.sluice.wire.fold.ChunkDraft;
import java.util.Optional;

/**
 * Why tools are called: one text, which is added to the message once it is whole. Mutable; for one
 * thread at a time.
 */
final class ToolPlan {

  static final String EVENT_DELTA = "tool-plan-delta";

  /** The type of an event that no server sends: the plan that a broken stream left incomplete. */
  static final String EVENT_UNFINISHED = "sluice_unfinished";

  private static final int MOST = 16 << 20;

  private final StringBuilder text = new StringBuilder();

  /** The characters that were added to the message. */
  private int added;

  void add(String more) {
    if (text.length() + more.length() > MOST) {
      throw new MalformedJsonException("a tool plan of more than " + MOST + " characters");
    }
    text.append(more);
  }

  /** The plan so far, if a part of it was not added to the message yet. */
  Optional<String> waiting() {
    boolean more = text.length() > added;
    added = text.length();
    return more ? Optional.of(text.toString()) : Optional.empty();
  }

  /** Adds the plan to the message, unless that was done. */
  void settle(ChunkDraft draft) {
    waiting().ifPresent(plan -> keep(plan, draft));
  }

  static void keep(String plan, ChunkDraft draft) {
    if (!plan.isEmpty()) {
      draft.other(
          MessageReader.CHOICE, Place.MESSAGE, AnswerFields.TOOL_PLAN, JsonWriter.json(plan));
    }
  }
}
