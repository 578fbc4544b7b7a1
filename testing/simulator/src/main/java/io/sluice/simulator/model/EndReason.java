package io.sluice.simulator.model;

/** Why an answer ended. */
public enum EndReason {
  /** The model had no more to say, or met a stop text. */
  STOP,
  /** The bound on tokens was reached. */
  LENGTH
}
