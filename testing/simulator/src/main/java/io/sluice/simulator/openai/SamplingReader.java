package io.sluice.simulator.openai;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.model.Sampling;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.OptionalInt;

/** Reads how the tokens of an answer are chosen, and what ends it. */
final class SamplingReader {
  private static final int MOST_STOPS = 4;
  private static final int MOST_ALTERNATIVES = 20;

  private SamplingReader() {}

  static Sampling read(RequestFields fields) {
    return new Sampling(
        fields.decimal("temperature", 0, 2).orElse(1.0),
        fields.decimal("top_p", 0, 1).orElse(1.0),
        0,
        new Sampling.Penalties(
            fields.decimal("frequency_penalty", -2, 2).orElse(0.0),
            fields.decimal("presence_penalty", -2, 2).orElse(0.0)),
        stops(fields),
        alternatives(fields));
  }

  /** The most tokens of a choice. */
  static int maxTokens(RequestFields fields) {
    return fields
        .whole("max_completion_tokens", 1, Integer.MAX_VALUE)
        .or(() -> fields.whole("max_tokens", 1, Integer.MAX_VALUE))
        .map(Long::intValue)
        .orElse(ChatAsk.MOST_TOKENS);
  }

  private static OptionalInt alternatives(RequestFields fields) {
    boolean wanted = fields.flag("logprobs");
    OptionalInt most =
        fields
            .whole("top_logprobs", 0, MOST_ALTERNATIVES)
            .map(count -> OptionalInt.of(count.intValue()))
            .orElse(OptionalInt.empty());
    if (most.isPresent() && !wanted) {
      throw InvalidRequest.plain(
          "top_logprobs",
          "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.");
    }
    return wanted ? OptionalInt.of(most.orElse(0)) : OptionalInt.empty();
  }

  private static List<String> stops(RequestFields fields) {
    int given = fields.value("stop").orElse("") instanceof List<?> list ? list.size() : 1;
    if (given > MOST_STOPS) {
      throw InvalidRequest.bound(
          "stop",
          "array_above_max_length",
          "array too long",
          "an array with maximum length %d, but got an array with length %d instead."
              .formatted(MOST_STOPS, given));
    }
    return fields.stops("stop");
  }
}
