package io.sluice.json;

import io.sluice.chat.Json;
import io.sluice.chat.Usage;
import java.util.List;

/** Writes the server's usage; names of its own are written under the standard names too. */
final class UsageJson {

  private static final String PROMPT = "prompt_tokens";
  private static final String COMPLETION = "completion_tokens";
  private static final String TOTAL = "total_tokens";

  private UsageJson() {}

  static Json write(Usage usage) {
    JsonObject said = JsonObject.read(usage.json().text());
    boolean named =
        List.of(PROMPT, COMPLETION, TOTAL).stream().anyMatch(said.members()::containsKey);
    if (named || usage.totalTokens() == 0) {
      return usage.json();
    }
    return JsonWriter.json(
        text -> {
          if (usage.tellsPrompt()) {
            text.field(PROMPT, usage.promptTokens());
          }
          if (usage.tellsCompletion()) {
            text.field(COMPLETION, usage.completionTokens());
          }
          text.field(TOTAL, usage.totalTokens());
          said.members().forEach(text::field);
        });
  }
}
