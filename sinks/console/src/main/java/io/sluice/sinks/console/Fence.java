package io.sluice.sinks.console;

/**
 * The line that opened a code block (CommonMark 0.31, section 4.5).
 *
 * @param mark the character that it repeats
 * @param length the number of them; 0 if no block is open
 */
record Fence(char mark, int length) {
  static final Fence NONE = new Fence(' ', 0);

  boolean isOpen() {
    return length > 0;
  }

  /** Whether a line of only these marks closes the block. */
  boolean closedBy(Fence other) {
    return other.mark == mark && other.length >= length;
  }
}
