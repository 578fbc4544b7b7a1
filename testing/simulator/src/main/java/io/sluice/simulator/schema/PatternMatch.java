package io.sluice.simulator.schema;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches texts against the patterns of a schema, which come from a client: an effort without end
 * is given up.
 */
final class PatternMatch {
  private static final int MOST_STEPS = 200_000;
  private static final int LONGEST_PATTERN = 1000;

  private PatternMatch() {}

  /** Thrown when a match takes too long. */
  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A text that lets itself be read only so often. */
  private static final class Counted implements CharSequence {
    private final CharSequence text;
    private int left = MOST_STEPS;

    Counted(CharSequence text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (left-- == 0) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** Whether the pattern is found anywhere in the text; false if that takes too long. */
  static boolean found(String pattern, String text) {
    try {
      return compiled(pattern).matcher(new Counted(text)).find();
    } catch (TooLong | StackOverflowError hopeless) {
      return false;
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws UnservableSchema if it is no regular expression or too long
   */
  static Pattern compiled(String pattern) {
    try {
      if (pattern.length() <= LONGEST_PATTERN) {
        return Pattern.compile(pattern);
      }
    } catch (PatternSyntaxException wrong) {
      throw new UnservableSchema("'" + pattern + "' is not a 'regex'.");
    }
    throw new UnservableSchema("a pattern is longer than " + LONGEST_PATTERN + " characters");
  }
}
