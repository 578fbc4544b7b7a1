package io.sluice.simulator.fault;

/**
 * The order in which faults change a script, independent of the order in which they are given:
 * first the content, then its encoding, then its timing, then how it is split, and last when all of
 * it stands still.
 */
enum Phase {
  ANSWER,
  EVENTS,
  TEXT,
  PACE,
  CODING,
  PIECES,
  FREEZE
}
