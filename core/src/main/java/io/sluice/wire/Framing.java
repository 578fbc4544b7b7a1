package io.sluice.wire;

/** How a dialect's answers are split into events. */
public enum Framing {
  /** Server-sent events (WHATWG HTML). */
  SSE,
  /** One JSON value in each line. */
  NDJSON
}
