package io.sluice.wire;

/**
 * How a dialect's answers are split into events. A minor version may add framings, so a switch over
 * them needs a default.
 */
public enum Framing {
  /** Server-sent events (WHATWG HTML). */
  SSE,
  /** One JSON value in each line. */
  NDJSON
}
