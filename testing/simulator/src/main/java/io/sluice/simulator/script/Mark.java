package io.sluice.simulator.script;

/** The role of an event in the chat, so that a fault can select it. */
public enum Mark {
  /** Adds to the answer. */
  CHUNK,
  /** Carries a finish reason. */
  FINISH,
  /** Carries the usage and no choice. */
  USAGE,
  /** {@code [DONE]}. */
  DONE,
  /** Anything else: an error, a ping. */
  OTHER
}
