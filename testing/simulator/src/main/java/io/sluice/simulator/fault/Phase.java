package io.sluice.simulator.fault;

/**
 * In which order faults change a script, whatever order they are given in: what is said, then how
 * it is written down, then when, then in which pieces.
 */
enum Phase {
  ANSWER,
  EVENTS,
  TEXT,
  PACE,
  CODING,
  PIECES
}
