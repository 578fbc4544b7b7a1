package io.sluice.stages.secret;

/**
 * Letters and digits, and some characters of ASCII that go with them. A rule asks about every
 * character of a text, most of which are ASCII: these are looked up in two words. Immutable.
 */
final class WordCharacters {

  private static final int ASCII = 128;

  /** A bit for each character below 64, and for each of the next 64. */
  private final long low;

  private final long high;

  /**
   * Letters and digits of all scripts, and these.
   *
   * @param others characters of ASCII
   */
  WordCharacters(String others) {
    long first = 0;
    long second = 0;
    for (char character = 0; character < ASCII; character++) {
      if (Character.isLetterOrDigit(character) || others.indexOf(character) >= 0) {
        first |= character < Long.SIZE ? 1L << character : 0;
        second |= character < Long.SIZE ? 0 : 1L << character;
      }
    }
    this.low = first;
    this.high = second;
  }

  boolean has(char character) {
    if (character >= ASCII) {
      return Character.isLetterOrDigit(character);
    }
    // A shift takes the lowest six bits of the character.
    return ((character < Long.SIZE ? low : high) >>> character & 1) != 0;
  }
}
