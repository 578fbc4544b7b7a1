package io.sluice.json;

import io.sluice.chat.Usage;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A part of a server's token figures, which providers name differently. */
public enum UsageDetail {
  /** Tokens of the prompt that the server had in its cache. */
  CACHE_READ(
      List.of("prompt_tokens_details", "input_tokens_details"),
      List.of("cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens")),
  /** Tokens of the prompt that the server wrote into its cache. */
  CACHE_WRITE(
      List.of("prompt_tokens_details", "input_tokens_details"),
      List.of("cache_write_tokens", "cache_creation_tokens", "cache_creation_input_tokens")),
  /** Tokens of the answer that were reasoning. */
  REASONING(
      List.of("completion_tokens_details", "output_tokens_details"),
      List.of("reasoning_tokens", "thinking_tokens"));

  private final List<String> objects;
  private final List<String> names;

  UsageDetail(List<String> objects, List<String> names) {
    this.objects = objects;
    this.names = names;
  }

  /** The tokens of this part: the first figure above zero; empty if the server reports none. */
  public OptionalLong of(Usage usage) {
    JsonObject all = JsonObject.read(usage.json().text());
    Stream<JsonObject> details = objects.stream().flatMap(name -> all.object(name).stream());
    return Stream.concat(Stream.of(all), details)
        .flatMapToLong(this::figures)
        .filter(tokens -> tokens > 0)
        .findFirst();
  }

  private LongStream figures(JsonObject object) {
    return names.stream().map(object::wholeNumber).flatMapToLong(OptionalLong::stream);
  }
}
