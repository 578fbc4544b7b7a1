package io.sluice.sinks.file;

/** When what was written is forced from the system's memory onto the disk. */
public enum Sync {
  /** Once, when the run has ended in whatever way. A power cut before that may take what came. */
  END,
  /**
   * After every call, and the file's name at the beginning: a power cut takes nothing that came.
   */
  CHUNK,
  /** Never: the system does it when it likes. A killed process still loses nothing. */
  NONE
}
