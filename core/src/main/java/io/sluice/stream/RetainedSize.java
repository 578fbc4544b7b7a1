package io.sluice.stream;

import java.util.Optional;

/**
 * How much of an answer is kept, all choices and kinds of text together: its characters, and the
 * parts that are kept each for itself (a choice, a call, a field), so that a server cannot fill the
 * heap with ever new empty ones. Mutable; for one thread at a time.
 */
final class RetainedSize {

  /** 64 Mi characters. */
  static final long MOST_CHARACTERS = 64L << 20;

  /** A Mi parts. */
  static final long MOST_PARTS = 1L << 20;

  private long characters;
  private long parts;

  void add(long more) {
    characters += more;
  }

  void addPart() {
    parts++;
  }

  /** What is more than may be kept, in words. */
  Optional<String> excess() {
    if (characters > MOST_CHARACTERS) {
      return Optional.of("is longer than " + MOST_CHARACTERS + " characters");
    }
    return parts > MOST_PARTS
        ? Optional.of("has more than " + MOST_PARTS + " choices, calls and fields")
        : Optional.empty();
  }
}
