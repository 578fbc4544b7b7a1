package io.sluice.dialects.anthropic;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.stream.OneLine;
import java.util.Map;

/**
 * Refuses, before anything is sent, the parts of a request that OpenAI's format has and Anthropic's
 * does not.
 */
final class RefusedFields {

  private static final String LEAVE = "leave it out";

  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("seed", LEAVE),
          Map.entry("n", "ask several times"),
          Map.entry("logprobs", LEAVE),
          Map.entry("top_logprobs", LEAVE),
          Map.entry("logit_bias", LEAVE),
          Map.entry("frequency_penalty", LEAVE),
          Map.entry("presence_penalty", LEAVE),
          Map.entry("max_completion_tokens", "use max_tokens"),
          Map.entry("stop", "use stop_sequences"),
          Map.entry("user", "use metadata={\"user_id\":…}"),
          Map.entry("parallel_tool_calls", "use disable_parallel_tool_use in tool_choice"),
          Map.entry("functions", "use tools"),
          Map.entry("function_call", "use tool_choice"),
          Map.entry("stream_options", "usage is always reported; " + LEAVE),
          Map.entry("modalities", LEAVE),
          Map.entry("audio", LEAVE),
          Map.entry("prediction", LEAVE),
          Map.entry("web_search_options", "use tools"),
          Map.entry("verbosity", LEAVE),
          Map.entry("store", LEAVE));

  private RefusedFields() {}

  static void refuse(ChatRequest request) {
    request.other().forEach(RefusedFields::refuse);
    request.seed().ifPresent(seed -> refuse("seed", Json.verbatim(Long.toString(seed))));
    request.choices().ifPresent(RefusedFields::refuseChoices);
    request.temperature().ifPresent(RefusedFields::refuseTemperature);
  }

  private static void refuse(String name, Json value) {
    String remedy = REMEDIES.get(name);
    if (remedy != null) {
      throw new IllegalArgumentException(
          name + " is " + OneLine.of(value.text()) + ", which Anthropic cannot be told; " + remedy);
    }
  }

  private static void refuseChoices(int choices) {
    if (choices > 1) {
      throw new IllegalArgumentException(
          "n is " + choices + ", but Anthropic gives one answer a request; ask several times");
    }
  }

  private static void refuseTemperature(double temperature) {
    if (temperature > 1) {
      throw new IllegalArgumentException(
          "temperature is " + temperature + ", but Anthropic goes up to 1; use 0 to 1");
    }
  }
}
