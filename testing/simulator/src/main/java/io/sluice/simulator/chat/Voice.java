package io.sluice.simulator.chat;

import java.util.Optional;

/** One choice of an answer being made. Mutable, one reader. */
interface Voice {

  /** The next chunk that adds something; empty when all is said. */
  Optional<String> next(AnswerJson json);

  /** Why it ended; to be asked when all is said. */
  String finishReason();

  /** The message of a whole answer, as JSON; to be asked when all is said. */
  String message();

  /** How many tokens it has taken so far. */
  int tokens();
}
