package io.sluice.wire;

/** How a dialect's answers are cut into events. */
public enum Framing {
  /** Server-sent events (WHATWG HTML). */
  SSE,
  /** One JSON value a line. */
  NDJSON
}
