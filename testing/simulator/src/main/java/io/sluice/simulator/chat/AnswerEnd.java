package io.sluice.simulator.chat;

/** Why a choice of an answer ended. */
public enum AnswerEnd {
  /** All was said, or a stop text was reached. */
  STOP,
  /** The bound on tokens was reached. */
  LENGTH,
  /** The model decided to call tools. */
  CALLS,
  /** The model called the tool that the request had named. */
  NAMED_CALL
}
