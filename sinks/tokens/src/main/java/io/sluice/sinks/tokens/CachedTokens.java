package io.sluice.sinks.tokens;

import io.sluice.chat.Usage;
import io.sluice.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds in a server's usage how many tokens of the prompt came from its cache. Stateless. */
final class CachedTokens {

  /** The objects in which OpenAI's two APIs, and servers like them, keep the figure. */
  private static final List<String> DETAILS =
      List.of("prompt_tokens_details", "input_tokens_details");

  private static final List<String> NAMES =
      List.of(
          "cached_tokens",
          "prompt_cache_hit_tokens",
          "cache_read_input_tokens",
          "cachedContentTokenCount",
          "cacheReadInputTokens",
          "prompt_eval_cached_count");

  private CachedTokens() {}

  /** The tokens; 0 if the server does not report them. */
  static long of(Usage usage) {
    JsonObject all = JsonObject.read(usage.json().text());
    Stream<JsonObject> details = DETAILS.stream().flatMap(name -> all.object(name).stream());
    return Stream.concat(Stream.of(all), details)
        .flatMapToLong(CachedTokens::figures)
        .filter(tokens -> tokens > 0)
        .findFirst()
        .orElse(0);
  }

  private static LongStream figures(JsonObject object) {
    return NAMES.stream().map(object::wholeNumber).flatMapToLong(OptionalLong::stream);
  }
}
