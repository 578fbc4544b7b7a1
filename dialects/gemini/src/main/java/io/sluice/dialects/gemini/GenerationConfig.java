package io.sluice.dialects.gemini;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.RequestedFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The object of a request that says how the answer is made: sampling, limits, form, thoughts. */
final class GenerationConfig {

  static final String NAME = "generationConfig";

  private static final String EFFORT = "reasoning_effort";

  /** The fields of OpenAI's form, and what this object calls them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "max_completion_tokens", "maxOutputTokens",
          "presence_penalty", "presencePenalty",
          "frequency_penalty", "frequencyPenalty",
          "logprobs", "responseLogprobs",
          "top_logprobs", "logprobs",
          "top_k", "topK",
          "modalities", "responseModalities");

  private GenerationConfig() {}

  /**
   * The members of the object.
   *
   * @param fields the unmodelled fields of the request; those that belong here are removed
   * @throws IllegalArgumentException in one line, if one cannot be expressed
   */
  static Map<String, Json> of(ChatRequest request, Map<String, Json> fields) {
    Map<String, Json> config = new LinkedHashMap<>();
    request.temperature().ifPresent(t -> config.put("temperature", number(t)));
    request.topP().ifPresent(p -> config.put("topP", number(p)));
    request.maxTokens().ifPresent(most -> config.put("maxOutputTokens", number(most)));
    if (!request.stop().isEmpty()) {
      config.put("stopSequences", strings(request.stop()));
    }
    request.seed().ifPresent(seed -> config.put("seed", new Json(Long.toString(seed))));
    request.choices().ifPresent(choices -> config.put("candidateCount", number(choices)));
    NAMES.forEach(
        (name, here) ->
            Optional.ofNullable(fields.remove(name)).ifPresent(value -> config.put(here, value)));
    RequestedFormat.of(fields).ifPresent(format -> format(format, config));
    fields.remove(RequestedFormat.RESPONSE_FORMAT);
    Optional.ofNullable(fields.remove(EFFORT))
        .ifPresent(effort -> config.put("thinkingConfig", thinking(effort, request.model())));
    Optional.ofNullable(fields.remove(NAME))
        .flatMap(given -> new JsonValue(given).object())
        .ifPresent(given -> config.putAll(given.members()));
    return config;
  }

  private static void format(RequestedFormat format, Map<String, Json> config) {
    if (format instanceof RequestedFormat.Own own) {
      throw RequestBody.API.refusal(
          RequestedFormat.RESPONSE_FORMAT, own.json(), "use json_object or json_schema");
    }
    if (!(format instanceof RequestedFormat.Text)) {
      config.put("responseMimeType", JsonWriter.json("application/json"));
    }
    if (format instanceof RequestedFormat.Schema schema) {
      config.put("responseJsonSchema", schema.schema());
    }
  }

  /** Models up to 2.5 are told a number of tokens, later ones a word. */
  private static Json thinking(Json given, String model) {
    String word = new JsonValue(given).string().orElse("");
    boolean budgeted = model.contains("gemini-2");
    if (budgeted || word.equals("none")) {
      long tokens = budget(word, given);
      return JsonWriter.json(
          text -> text.field("thinkingBudget", tokens).flag("includeThoughts", tokens != 0));
    }
    return JsonWriter.json(text -> text.field("thinkingLevel", word).flag("includeThoughts", true));
  }

  private static long budget(String word, Json given) {
    return switch (word) {
      case "none" -> 0;
      case "minimal" -> 512;
      case "low" -> 1024;
      case "medium" -> 8192;
      case "high" -> 24_576;
      default ->
          throw RequestBody.API.refusal(EFFORT, given, "use none, minimal, low, medium or high");
    };
  }

  private static Json number(double value) {
    String member = JsonWriter.object(text -> text.field("n", value));
    return new Json(member.substring(member.indexOf(':') + 1, member.length() - 1));
  }

  private static Json strings(List<String> values) {
    return new Json(
        values.stream()
            .map(value -> JsonWriter.json(value).text())
            .collect(Collectors.joining(",", "[", "]")));
  }
}
