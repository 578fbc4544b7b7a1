package io.sluice.sinks.console.markdown;

/**
 * The line that opens or closes a code block (CommonMark 0.31, section 4.5).
 *
 * @param mark the character that it repeats
 * @param length the number of them; 0 if no block is open
 * @param info what stands behind them, such as the name of a language
 */
record Fence(char mark, int length, String info) {
  static final Fence NONE = new Fence(' ', 0, "");

  private static final int LEAST = 3;

  /** The fence that a line is, blanks around it aside; {@link #NONE} if it is none. */
  static Fence of(String line) {
    String text = line.strip();
    if (text.isEmpty() || (text.charAt(0) != '`' && text.charAt(0) != '~')) {
      return NONE;
    }
    int length = 1;
    while (length < text.length() && text.charAt(length) == text.charAt(0)) {
      length++;
    }
    return length < LEAST
        ? NONE
        : new Fence(text.charAt(0), length, text.substring(length).strip());
  }

  boolean isOpen() {
    return length > 0;
  }

  /** Whether a line of only these marks closes the block. */
  boolean closedBy(Fence other) {
    return other.mark == mark && other.length >= length && other.info.isEmpty();
  }
}
