package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.AnswerPiece;
import io.sluice.simulator.model.EndReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A choice that calls tools, one after the other: first a fragment with the name of the function
 * and no arguments, then the arguments token by token. Mutable, one reader.
 */
final class ToolVoice implements Voice {
  private final int choice;
  private final List<PlannedCall> calls;
  private final String reason;

  /** The arguments of each call that has begun. */
  private final List<StringBuilder> said = new ArrayList<>();

  private boolean cut;

  /**
   * A voice for these calls.
   *
   * @param reason the finish reason unless the bound on tokens ends the answer
   */
  ToolVoice(int choice, List<PlannedCall> calls, String reason) {
    this.choice = choice;
    this.calls = List.copyOf(calls);
    this.reason = reason;
  }

  @Override
  public String opening() {
    return "{\"role\":\"assistant\",\"content\":null,\"refusal\":null}";
  }

  @Override
  public Optional<String> next(AnswerJson json) {
    if (said.isEmpty()) {
      return Optional.of(begin(json));
    }
    int index = said.size() - 1;
    PlannedCall call = calls.get(index);
    Optional<String> text = call.arguments().next().map(AnswerPiece::text);
    if (text.isPresent()) {
      said.get(index).append(text.get());
      String fragment =
          "{\"index\":%d,\"function\":{\"arguments\":%s}}"
              .formatted(index, JsonStrings.quoted(text.get()));
      return Optional.of(json.toolCall(choice, fragment));
    }
    cut = call.arguments().reason().equals(Optional.of(EndReason.LENGTH));
    return cut || said.size() == calls.size() ? Optional.empty() : Optional.of(begin(json));
  }

  private String begin(AnswerJson json) {
    int index = said.size();
    said.add(new StringBuilder());
    return json.toolCall(choice, "{\"index\":" + index + "," + calls.get(index).json(""));
  }

  @Override
  public String finishReason() {
    return cut ? "length" : reason;
  }

  @Override
  public String fields() {
    var made = new ArrayList<String>();
    for (int i = 0; i < said.size(); i++) {
      made.add("{" + calls.get(i).json(said.get(i).toString()));
    }
    return "\"content\":null,\"refusal\":null,\"tool_calls\":[" + String.join(",", made) + "]";
  }

  @Override
  public String logprobs() {
    return AnswerJson.NULL;
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
