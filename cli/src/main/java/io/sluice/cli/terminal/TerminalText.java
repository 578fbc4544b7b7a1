package io.sluice.cli.terminal;

import java.util.stream.Collectors;

/** Text of whatever origin, fit for one line on a terminal. */
public final class TerminalText {
  private static final int LONGEST = 2000;

  private TerminalText() {}

  /**
   * Line breaks become spaces, other control characters and overrides of the writing direction
   * become U+FFFD; more than {@value #LONGEST} characters are cut.
   */
  public static String of(String text) {
    String line =
        text.strip()
            .replaceAll("\\s*\\R\\s*", " ")
            .codePoints()
            .map(TerminalText::harmless)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** The same for a line of ours, whose blanks at the start are meant. */
  public static String keepingIndent(String line) {
    int indent = line.length() - line.stripLeading().length();
    return " ".repeat(indent) + of(line);
  }

  public static int harmless(int point) {
    boolean overrides =
        (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    if (point == '\t') {
      return ' ';
    }
    return Character.isISOControl(point) || overrides ? 0xFFFD : point;
  }
}
