package io.sluice.tokens.prompt;

import io.sluice.chat.ChatRequest;
import io.sluice.tokens.ModelEncoding;
import java.util.Objects;

/**
 * Counts what a request costs before anything is answered, by the formula of a model and of the API
 * that the request is for. Counting is a pure function: it takes time in proportion to the request,
 * however its schemas refer to each other, and keeps nothing of it. Immutable; thread-safe.
 */
public final class PromptTokens {

  private final ModelEncoding model;

  /** Counts as that model does, and trusts the count no further than what is known of it. */
  public PromptTokens(ModelEncoding model) {
    this.model = Objects.requireNonNull(model, "model");
  }

  /** The tokens of a request. Its own model is not looked at. */
  public PromptCount count(PromptRequest request) {
    return new PromptCounting(model, request).count();
  }

  /** The tokens of a request as it is sent to the chat completions API. */
  public PromptCount count(ChatRequest request) {
    return count(PromptRequest.of(request));
  }
}
