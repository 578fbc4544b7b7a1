package io.sluice.simulator.fault;

import io.sluice.simulator.chat.ChatAsk;
import java.util.List;

/** Limits on the rate of requests and tokens, as a provider has them. */
final class RateFaults {
  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of(
              Phase.ANSWER,
              "rpm",
              "N",
              60,
              "no more than N requests a minute: 429 beyond, and the limit in headers of all"
                  + " answers",
              most -> new RateLimitedServer("requests", most, ask -> 1)),
          FaultKind.of(
              Phase.ANSWER,
              "tpm",
              "N",
              10_000,
              "no more than N tokens a minute, those of the prompt and max_tokens: as with rpm",
              most -> new RateLimitedServer("tokens", most, RateFaults::tokens)));

  private RateFaults() {}

  private static long tokens(ChatAsk ask) {
    long answer = ask.maxTokens() == ChatAsk.MOST_TOKENS ? 0 : ask.maxTokens();
    return ask.promptTokens() + answer;
  }
}
