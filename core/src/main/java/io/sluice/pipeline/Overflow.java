package io.sluice.pipeline;

/** The choice between waiting and giving up when the buffer of a sink is full. */
public enum Overflow {
  /** The stream waits for the sink. */
  BLOCK,
  /** The sink is retired and the others go on. */
  RETIRE
}
