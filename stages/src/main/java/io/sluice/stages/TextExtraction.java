package io.sluice.stages;

/** Finds in the growing text of one choice what is to be kept of it. Mutable; for one thread. */
interface TextExtraction {

  /** Takes text and gives what is kept of it, as far as that is sure. */
  void add(String text, Kept kept);

  /** Gives what was held back, because the choice ends or goes on with something else. */
  void flush(Kept kept);

  /** Takes what is kept. */
  @FunctionalInterface
  interface Kept {
    void keep(TextKind kind, String text);
  }
}
