package io.sluice.accumulate;

import java.util.Optional;

/**
 * The size of the kept parts of an answer, for all choices and kinds of text: the characters, and
 * the number of separate parts (a choice, a call, a field), so that a server cannot fill the heap
 * with more and more empty ones. Mutable; for one thread at a time.
 */
final class RetainedSize {

  /** 64 Mi characters. */
  static final long MOST_CHARACTERS = 64L << 20;

  /** 1 Mi parts. */
  static final long MOST_PARTS = 1L << 20;

  private long characters;
  private long parts;

  void add(long more) {
    characters += more;
  }

  void addPart() {
    parts++;
  }

  /** The bound that was exceeded, as a message; empty if none was. */
  Optional<String> excess() {
    if (characters > MOST_CHARACTERS) {
      return Optional.of("is longer than " + MOST_CHARACTERS + " characters");
    }
    return parts > MOST_PARTS
        ? Optional.of("has more than " + MOST_PARTS + " choices, calls and fields")
        : Optional.empty();
  }
}
