package io.sluice.cli.run;

import io.sluice.chat.ChatRequest;

/** Lays the settings of one request over those of another. */
final class RequestLayers {
  private RequestLayers() {}

  /**
   * The request {@code upper}, with what {@code lower} says where it says nothing itself. The
   * models mean nothing.
   */
  static ChatRequest filled(ChatRequest upper, ChatRequest lower) {
    ChatRequest.Builder both = upper.toBuilder();
    if (upper.messages().isEmpty()) {
      both.messages(lower.messages());
    }
    if (upper.temperature().isEmpty()) {
      lower.temperature().ifPresent(both::temperature);
    }
    if (upper.topP().isEmpty()) {
      lower.topP().ifPresent(both::topP);
    }
    if (upper.maxTokens().isEmpty()) {
      lower.maxTokens().ifPresent(both::maxTokens);
    }
    if (upper.seed().isEmpty()) {
      lower.seed().ifPresent(both::seed);
    }
    fillLists(both, upper, lower);
    return both.build();
  }

  private static void fillLists(ChatRequest.Builder both, ChatRequest upper, ChatRequest lower) {
    if (upper.choices().isEmpty()) {
      lower.choices().ifPresent(both::choices);
    }
    if (upper.stop().isEmpty()) {
      lower.stop().forEach(both::stop);
    }
    if (upper.tools().isEmpty()) {
      lower.tools().forEach(both::tool);
    }
    lower
        .other()
        .forEach(
            (name, value) -> {
              if (!upper.other().containsKey(name)) {
                both.with(name, value);
              }
            });
  }
}
