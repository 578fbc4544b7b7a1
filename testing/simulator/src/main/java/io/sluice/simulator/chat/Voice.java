package io.sluice.simulator.chat;

import java.util.Optional;

/** One choice of an answer that is being produced. Mutable, one reader. */
interface Voice {

  /** The next chunk that adds something; empty when all is said. */
  Optional<String> next(AnswerJson json);

  /** The finish reason; call it only when the choice is complete. */
  String finishReason();

  /** The message of a whole answer, as JSON; call it only when the choice is complete. */
  String message();

  /** The number of tokens so far. */
  int tokens();
}
