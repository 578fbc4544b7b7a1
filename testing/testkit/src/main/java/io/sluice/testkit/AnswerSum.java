package io.sluice.testkit;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.ToolCall;
import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Status;
import java.util.List;
import java.util.Optional;

/**
 * What chunks make together, as far as no stage may change it that keeps the sum.
 *
 * @param choices what each choice says
 * @param usage the server's figures
 */
record AnswerSum(List<Part> choices, Optional<Usage> usage) {

  static AnswerSum of(List<Chunk> chunks) {
    var folded = new CompletionAccumulator();
    chunks.forEach(folded::add);
    Completion running = folded.result();
    Completion complete = folded.result(Status.COMPLETED);
    return new AnswerSum(
        java.util.stream.IntStream.range(0, running.choices().size())
            .mapToObj(i -> Part.of(running.choices().get(i), complete.choices().get(i)))
            .toList(),
        running.usage());
  }

  /** All text, reasoning and refusals, to compare lengths. */
  int length() {
    return choices.stream()
        .mapToInt(part -> length(part.text()) + length(part.reasoning()) + length(part.refusal()))
        .sum();
  }

  private static int length(Optional<String> text) {
    return text.map(String::length).orElse(0);
  }

  /** What one choice says. */
  record Part(
      int index,
      Optional<String> text,
      Optional<String> reasoning,
      Optional<String> refusal,
      List<ToolCall> calls,
      Optional<ToolCall> functionCall,
      Optional<FinishReason> finish,
      Optional<FinishReason> finishOfComplete) {

    static Part of(Choice running, Choice complete) {
      return new Part(
          running.index(),
          running.message().content(),
          running.message().reasoning(),
          running.message().refusal(),
          running.message().toolCalls(),
          running.message().functionCall(),
          running.finishReason(),
          complete.finishReason());
    }
  }
}
