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
 * The token figures of a run: the server's, or those that were counted because it has none.
 *
 * @param input the tokens of the request
 * @param output the tokens of the answer
 * @param reported what the server said, if it did
 * @param basis how far a count is to be trusted; empty of the server's figures
 */
record KnownUsage(long input, long output, Optional<Usage> reported, Optional<String> basis) {

  /** The figures of a run; empty if the server has none and nothing counts. */
  static Optional<KnownUsage> of(
      Outcome outcome, Optional<ChatRequest> request, Optional<UsageCounter> counter) {
    return outcome
        .completion()
        .usage()
        .map(KnownUsage::reported)
        .or(() -> request.flatMap(asked -> counted(asked, outcome.completion(), counter)));
  }

  /** A part of the figures; empty of a count. */
  OptionalLong detail(UsageDetail part) {
    return reported.map(part::of).orElseGet(OptionalLong::empty);
  }

  /** What the span says of it. */
  Attributes attributes(Conventions conventions) {
    AttributesBuilder span =
        Attributes.builder().put(Keys.INPUT_TOKENS, input).put(Keys.OUTPUT_TOKENS, output);
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

  private static KnownUsage reported(Usage usage) {
    return new KnownUsage(
        usage.promptTokens(), usage.completionTokens(), Optional.of(usage), Optional.empty());
  }

  /** A counter that throws has no figures, and harms nothing else. */
  private static Optional<KnownUsage> counted(
      ChatRequest request, Completion answer, Optional<UsageCounter> counter) {
    try {
      return counter
          .map(each -> each.count(request, answer))
          .map(
              count ->
                  new KnownUsage(
                      count.input(), count.output(), Optional.empty(), Optional.of(count.basis())));
    } catch (RuntimeException failed) {
      return Optional.empty();
    }
  }
}
