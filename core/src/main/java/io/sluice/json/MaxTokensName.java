package io.sluice.json;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a model's limit on its answer. OpenAI's reasoning models refuse {@code max_tokens}
 * (OpenAI API reference, "Create chat completion"), and most other servers accept nothing else.
 */
public final class MaxTokensName {

  private static final String CLASSIC = "max_tokens";
  private static final String REASONING = "max_completion_tokens";

  /** o1, o3-mini, o4-mini-2025-04-16, gpt-5, gpt-5.1-mini, …; not gpt-4o, not gpt-oss-120b. */
  private static final Pattern REASONS =
      Pattern.compile("(?:o[1-9]|gpt-(?:[5-9]|[1-9]\\d))(?!\\w).*");

  private MaxTokensName() {}

  static String of(String model) {
    String name = model.substring(model.lastIndexOf('/') + 1);
    String base = name.startsWith("ft:") ? name.substring("ft:".length()) : name;
    return REASONS.matcher(base).matches() ? REASONING : CLASSIC;
  }

  /**
   * The request with its limit under the other name, if a refusal says that the server requires it.
   */
  public static Optional<ChatRequest> refused(String refusal, ChatRequest request) {
    String name = of(request.model());
    String other = name.equals(CLASSIC) ? REASONING : CLASSIC;
    boolean free = !request.other().containsKey(name) && !request.other().containsKey(other);
    boolean named = refusal.contains(name) && refusal.contains(other);
    if (request.maxTokens().isEmpty() || !free || !named) {
      return Optional.empty();
    }
    var limit = Json.verbatim(Integer.toString(request.maxTokens().getAsInt()));
    return Optional.of(request.toBuilder().withoutMaxTokens().with(other, limit).build());
  }
}
