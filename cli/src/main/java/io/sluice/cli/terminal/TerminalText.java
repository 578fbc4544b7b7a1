package io.sluice.cli.terminal;

import io.sluice.text.Printable;

/** Text of any origin, fit for one line on a terminal. */
public final class TerminalText {
  private static final int LONGEST = 2000;

  private TerminalText() {}

  /**
   * Line breaks and tabs become spaces, other characters that are not {@link Printable} become
   * U+FFFD; more than {@value #LONGEST} characters are cut.
   */
  public static String of(String text) {
    String line = whole(text);
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /**
   * Line breaks and tabs become spaces, other characters that are not {@link Printable} become
   * U+FFFD; nothing is cut.
   */
  public static String whole(String text) {
    return Printable.text(text.strip().replaceAll("\\s*\\R\\s*", " ").replace('\t', ' '));
  }

  /**
   * The line as {@link #of} gives it, with the blanks at its start; for lines of the command's own.
   */
  public static String keepingIndent(String line) {
    int indent = line.length() - line.stripLeading().length();
    return " ".repeat(indent) + of(line);
  }
}
