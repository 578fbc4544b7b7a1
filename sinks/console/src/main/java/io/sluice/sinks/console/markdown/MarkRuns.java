package io.sluice.sinks.console.markdown;

/**
 * Runs of one mark within a line, and which of them can open or close emphasis (CommonMark 0.31,
 * section 6.2). A run between two ASCII letters or digits does neither, so that a formula such as
 * {@code 2**10} stays whole.
 */
record MarkRuns(CharSequence line, char mark, int horizon, boolean whole) {
  static final int LONGEST = 3;

  /** No run closes the emphasis. */
  static final int NONE = -1;

  /** More characters have to come. */
  static final int UNDECIDED = -2;

  /** Whether the run from {@code start} to {@code end} can open. */
  boolean opens(int before, int start, int end) {
    int after = Character.codePointAt(line, end);
    boolean fits = mark != '~' || end - start == 2;
    return fits
        && !Character.isWhitespace(after)
        && !within(before, after)
        && flanks(after, before);
  }

  /** The index of the marks that close emphasis of that length, from {@code start} on. */
  int closing(int start, int length) {
    for (int at = start; at < horizon; at++) {
      char c = line.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '`') {
        at = behindCode(at) - 1;
      } else if (c == mark) {
        int end = runEnd(at);
        if (end == line.length() && !whole) {
          return UNDECIDED;
        }
        if (at > start && fits(end - at, length) && closes(at, end)) {
          return end - length;
        }
        at = end - 1;
      }
    }
    return NONE;
  }

  /** A run of three closes what is within and what is around. */
  private static boolean fits(int run, int length) {
    return run == length || (run == LONGEST && length < LONGEST);
  }

  private boolean closes(int start, int end) {
    int before = Character.codePointBefore(line, start);
    int after = end < line.length() ? Character.codePointAt(line, end) : ' ';
    return !Character.isWhitespace(before) && !within(before, after) && flanks(before, after);
  }

  /** Beside punctuation a run belongs to it only where nothing else is on its other side. */
  private static boolean flanks(int inner, int outer) {
    return Character.isLetterOrDigit(inner) || !Character.isLetterOrDigit(outer);
  }

  private boolean within(int before, int after) {
    return mark == '_'
        ? Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)
        : isAsciiWord(before) && isAsciiWord(after);
  }

  private static boolean isAsciiWord(int point) {
    return point < 0x80 && (Character.isLetterOrDigit(point) || point == ')');
  }

  /** Marks within code are code. */
  private int behindCode(int start) {
    int end = runEnd(start);
    for (int at = end; at < horizon; at++) {
      if (line.charAt(at) == '`') {
        int close = runEnd(at);
        if (close - at == end - start) {
          return close;
        }
        at = close - 1;
      }
    }
    return end;
  }

  private int runEnd(int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) == line.charAt(from)) {
      end++;
    }
    return end;
  }
}
