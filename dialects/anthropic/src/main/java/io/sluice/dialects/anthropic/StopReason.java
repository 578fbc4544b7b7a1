package io.sluice.dialects.anthropic;

import io.sluice.chat.FinishReason;

/**
 * Anthropic's stop reasons in the words that other servers have for the same. One that has no such
 * word, as {@code pause_turn}, stays what it is.
 */
final class StopReason {

  private StopReason() {}

  static FinishReason finish(String word) {
    return switch (word) {
      case "end_turn", "stop_sequence" -> FinishReason.STOP;
      case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
      case "tool_use" -> FinishReason.TOOL_CALLS;
      case "refusal" -> FinishReason.CONTENT_FILTER;
      default -> new FinishReason(word);
    };
  }
}
