package io.sluice.server.passage;

/** What a passed request has to do with its record. */
public enum Recording {
  /** Nothing: whatever becomes of the record, the request is passed on and its answer too. */
  BEST,
  /**
   * It is passed on once the sinks of its record are open, and its answer is passed no faster than
   * they are served; without them it is refused.
   */
  REQUIRED
}
