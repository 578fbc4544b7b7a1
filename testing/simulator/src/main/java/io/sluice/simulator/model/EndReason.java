package io.sluice.simulator.model;

/** Why an answer ended. */
public enum EndReason {
  /** The text ended by itself, or with a stop text. */
  STOP,
  /** The bound on tokens was reached. */
  LENGTH
}
