package io.sluice.simulator.chat;

import io.sluice.simulator.model.AnswerPiece;
import io.sluice.simulator.model.EndReason;
import java.util.List;
import java.util.Optional;

/**
 * A choice that calls tools, one after the other: first the name of the function, then the
 * arguments token by token. Mutable, one reader.
 */
final class ToolVoice implements Voice {
  private final List<PlannedCall> calls;
  private final AnswerEnd end;
  private int begun;
  private boolean cut;

  /**
   * A voice for these calls.
   *
   * @param end why the answer ends unless the bound on tokens ends it
   */
  ToolVoice(List<PlannedCall> calls, AnswerEnd end) {
    this.calls = List.copyOf(calls);
    this.end = end;
  }

  @Override
  public Optional<AnswerPart> next() {
    if (begun == 0) {
      return Optional.of(begin());
    }
    int index = begun - 1;
    PlannedCall call = calls.get(index);
    Optional<String> text = call.arguments().next().map(AnswerPiece::text);
    if (text.isPresent()) {
      return text.map(fragment -> new AnswerPart.CallArguments(index, fragment));
    }
    cut = call.arguments().reason().equals(Optional.of(EndReason.LENGTH));
    return cut || begun == calls.size() ? Optional.empty() : Optional.of(begin());
  }

  private AnswerPart begin() {
    int index = begun++;
    PlannedCall call = calls.get(index);
    return new AnswerPart.CallStart(index, call.id(), call.name());
  }

  @Override
  public boolean callsTools() {
    return true;
  }

  @Override
  public AnswerEnd end() {
    return cut ? AnswerEnd.LENGTH : end;
  }

  @Override
  public int tokens() {
    return calls.stream().mapToInt(call -> call.arguments().tokens()).sum();
  }

  @Override
  public int reasoningTokens() {
    return 0;
  }
}
