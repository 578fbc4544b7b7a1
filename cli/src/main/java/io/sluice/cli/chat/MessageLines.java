package io.sluice.cli.chat;

/**
 * Messages of several lines: one that ends with a backslash goes on, and one that begins with three
 * quotes goes on until three more end a line.
 */
final class MessageLines {
  private static final String QUOTES = "\"\"\"";

  private MessageLines() {}

  /** Whether more lines belong to what was written so far. */
  static boolean goesOn(String written) {
    if (written.startsWith(QUOTES)) {
      String rest = written.substring(QUOTES.length());
      return !rest.stripTrailing().endsWith(QUOTES);
    }
    return endsWithBackslash(written);
  }

  /** The message that these lines are. */
  static String message(String written) {
    if (written.startsWith(QUOTES)) {
      String rest = written.substring(QUOTES.length()).stripTrailing();
      String within = rest.endsWith(QUOTES) ? rest.substring(0, rest.length() - 3) : rest;
      return within.strip();
    }
    String joined = written.replaceAll("(?<!\\\\)\\\\\n", "\n");
    return (endsWithBackslash(joined) ? joined.substring(0, joined.length() - 1) : joined).strip();
  }

  /** Two of them are one backslash at the end, and no more. */
  private static boolean endsWithBackslash(String written) {
    return written.endsWith("\\") && !written.endsWith("\\\\");
  }
}
