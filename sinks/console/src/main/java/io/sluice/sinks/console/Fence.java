package io.sluice.sinks.console;

/**
 * The line that opened a block of code (CommonMark 0.31, section 4.5).
 *
 * @param mark what it is made of
 * @param length how many of them; 0 where no block is open
 */
record Fence(char mark, int length) {
  static final Fence NONE = new Fence(' ', 0);

  boolean isOpen() {
    return length > 0;
  }

  /** Whether a line of so many of these marks and nothing else closes the block. */
  boolean closedBy(Fence other) {
    return other.mark == mark && other.length >= length;
  }
}
