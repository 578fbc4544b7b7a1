package io.sluice.simulator.chat;

import java.util.Optional;

/** One choice of an answer that is being produced. Mutable, one reader. */
interface Voice {
  /** The first delta, which adds nothing but the role, as JSON. */
  String opening();

  /** The next chunk that adds something; empty when all is said. */
  Optional<String> next(AnswerJson json);

  /** The finish reason; call it only when the choice is complete. */
  String finishReason();

  /** The fields of a whole message after its role, as JSON; only when the choice is complete. */
  String fields();

  /** The probabilities of the whole text, as JSON; only when the choice is complete. */
  String logprobs();

  /** The number of tokens so far, those of reasoning included. */
  int tokens();

  /** The number of tokens of reasoning so far. */
  int reasoningTokens();
}
