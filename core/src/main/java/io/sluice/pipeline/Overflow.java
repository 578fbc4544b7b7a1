package io.sluice.pipeline;

/** What happens when a buffered sink does not keep up. */
public enum Overflow {
  /** The stream waits for it. */
  BLOCK,
  /** The sink is retired and the others go on. */
  RETIRE
}
