package io.sluice.dialects.anthropic;

import io.sluice.chat.FinishReason;

/**
 * Translates Anthropic's stop reasons into finish reasons of other servers with the same meaning. A
 * reason without an equivalent, such as {@code pause_turn}, is not changed.
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
