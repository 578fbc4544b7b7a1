package io.sluice.sinks.file;

/** When the written bytes are forced from the system's memory onto the disk. */
public enum Sync {
  /**
   * Once, when the run has ended in any way. A power cut before that may lose everything received.
   */
  END,
  /** After every call, and the file's name at the beginning: a power cut loses nothing received. */
  CHUNK,
  /** Never: the system decides. A killed process still loses nothing. */
  NONE
}
