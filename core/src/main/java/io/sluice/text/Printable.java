package io.sluice.text;

import java.util.regex.Pattern;

/**
 * Which characters may go to a terminal, and what becomes of the others. A terminal obeys control
 * characters, and some format characters reorder what it shows, so that text of a stranger could
 * move the cursor, forge lines or hide a part of itself.
 */
public final class Printable {

  /** The character U+FFFD, which stands for one that is not printable. */
  public static final char REPLACEMENT = '\uFFFD';

  /** All characters that show nothing, harmful or not: one space stands for a run of them. */
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{C}\u2028\u2029]+");

  private Printable() {}

  /**
   * Returns whether a terminal shows the character instead of obeying it. Not printable are the
   * control characters (C0 without line feed and tab, DEL, C1) and what overrides the direction of
   * writing. Each of these is one UTF-16 unit, so that {@code char}s may be tested as well.
   */
  public static boolean isPrintable(int codePoint) {
    boolean breaksOrIndents = codePoint == '\n' || codePoint == '\t';
    return breaksOrIndents || !(Character.isISOControl(codePoint) || overridesDirection(codePoint));
  }

  /** Returns the text with U+FFFD for each character that is not printable. */
  public static String text(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isPrintable(point) ? point : REPLACEMENT)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /**
   * Returns the text as one line: a space stands for each run of white space, line breaks, control
   * characters and other characters that show nothing, and none at the beginning and the end.
   */
  public static String line(String text) {
    return BLANK.matcher(text).replaceAll(" ").strip();
  }

  /** Embeddings, overrides and isolates; the plain marks U+200E and U+200F stay. */
  private static boolean overridesDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
