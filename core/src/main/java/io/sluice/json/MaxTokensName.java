package io.sluice.json;

import java.util.regex.Pattern;

/**
 * What a model calls the limit on its answer. OpenAI's reasoning models refuse {@code max_tokens}
 * (OpenAI API reference, "Create chat completion"), and most other servers know nothing else.
 */
final class MaxTokensName {

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
}
