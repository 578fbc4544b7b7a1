package io.sluice.json;

import io.sluice.chat.Usage;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A part of a server's token figures, which providers name differently. */
public enum UsageDetail {
  /** Tokens of the prompt that the server had in its cache. */
  CACHE_READ(
      "prompt_tokens_details input_tokens_details",
      "cached_tokens prompt_cache_hit_tokens cache_read_input_tokens cachedContentTokenCount"
          + " cacheReadInputTokens prompt_eval_cached_count"),
  /** Tokens of the prompt that the server wrote into its cache. */
  CACHE_WRITE(
      "prompt_tokens_details input_tokens_details",
      "cache_write_tokens cache_creation_tokens cache_creation_input_tokens"
          + " cacheWriteInputTokens"),
  /** Tokens of the answer that were reasoning. */
  REASONING(
      "completion_tokens_details output_tokens_details",
      "reasoning_tokens thinking_tokens thoughtsTokenCount");

  private final String objects;
  private final String names;

  /**
   * Creates a part.
   *
   * @param objects the objects besides the whole in which servers report it
   * @param names its names in them, which are separated by spaces, as the objects are
   */
  UsageDetail(String objects, String names) {
    this.objects = objects;
    this.names = names;
  }

  /** The tokens of this part: the first figure above zero; empty if the server reports none. */
  public OptionalLong of(Usage usage) {
    JsonObject all = JsonObject.read(usage.json().text());
    Stream<JsonObject> details = words(objects).flatMap(name -> all.object(name).stream());
    return Stream.concat(Stream.of(all), details)
        .flatMapToLong(this::figures)
        .filter(tokens -> tokens > 0)
        .findFirst();
  }

  private LongStream figures(JsonObject object) {
    return words(names).map(object::wholeNumber).flatMapToLong(OptionalLong::stream);
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" "));
  }
}
