package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Usage;
import io.sluice.json.UsageDetail;
import io.sluice.stream.Outcome;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The token figures of a run: the server's, and those that were counted because it left them out.
 *
 * @param input the tokens of the request, if they are known
 * @param output the tokens of the answer, if they are known
 * @param reported what the server said, if it did
 * @param basis how far a count is to be trusted; empty if nothing was counted
 */
record KnownUsage(
    Optional<Long> input, Optional<Long> output, Optional<Usage> reported, Optional<String> basis) {

  /** The figures of a run; empty if the server has none and nothing counts. */
  static Optional<KnownUsage> of(
      Outcome outcome, Optional<ChatRequest> request, Optional<UsageCounter> counter) {
    Optional<Usage> reported = outcome.completion().usage();
    Optional<CountedUsage> counted =
        reported.filter(Usage::tellsAll).isPresent()
            ? Optional.empty()
            : request.flatMap(asked -> counted(asked, outcome.completion(), counter));
    if (reported.isEmpty() && counted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new KnownUsage(
            reported
                .filter(Usage::tellsPrompt)
                .map(Usage::promptTokens)
                .or(() -> counted.map(CountedUsage::input)),
            reported
                .filter(Usage::tellsCompletion)
                .map(Usage::completionTokens)
                .or(() -> counted.map(CountedUsage::output)),
            reported,
            counted.map(CountedUsage::basis)));
  }

  /** A part of the figures; empty of a count. */
  OptionalLong detail(UsageDetail part) {
    return reported.map(part::of).orElseGet(OptionalLong::empty);
  }

  /** What the span says of it. */
  Attributes attributes(Conventions conventions) {
    AttributesBuilder span = Attributes.builder();
    input.ifPresent(tokens -> span.put(Keys.INPUT_TOKENS, tokens));
    output.ifPresent(tokens -> span.put(Keys.OUTPUT_TOKENS, tokens));
    basis.ifPresent(word -> span.put(Keys.BASIS, word));
    detail(UsageDetail.REASONING).ifPresent(tokens -> span.put(Keys.REASONING, tokens));
    detail(UsageDetail.CACHE_READ).ifPresent(tokens -> span.put(Keys.CACHE_READ, tokens));
    detail(UsageDetail.CACHE_WRITE)
        .ifPresent(
            tokens -> {
              if (conventions.includes(Conventions.V1_41)) {
                span.put(Keys.CACHE_CREATION, tokens);
              }
              if (conventions.includes(Conventions.V0_1)) {
                span.put(Keys.CACHE_WRITE, tokens);
              }
            });
    return span.build();
  }

  /** A counter that throws has no figures, and harms nothing else. */
  private static Optional<CountedUsage> counted(
      ChatRequest request, Completion answer, Optional<UsageCounter> counter) {
    try {
      return counter.map(each -> each.count(request, answer));
    } catch (RuntimeException failed) {
      return Optional.empty();
    }
  }
}
