package io.sluice.simulator.chat;

import java.util.Optional;

/** The source of what one choice says. Mutable, one reader. */
interface Voice {
  /** What is said next; empty when all is said. */
  Optional<AnswerPart> next();

  /** Whether it calls tools instead of saying a text; known from the beginning. */
  boolean callsTools();

  /** Why it ended; call it only when all is said. */
  AnswerEnd end();

  /** The stop text that ended it; empty if none did. */
  default Optional<String> stopText() {
    return Optional.empty();
  }

  /** The number of tokens so far, those of reasoning included. */
  int tokens();

  /** The number of tokens of reasoning so far. */
  int reasoningTokens();
}
