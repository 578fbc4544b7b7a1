package io.sluice.cli.screen;

import org.jline.utils.WCWidth;

/** Text by the cells it takes on a terminal. */
public final class Cells {
  private static final char ESCAPE = '\033';
  private static final String PLAIN = "\033[0m";

  private Cells() {}

  /** As much of a text, colours and all, as fits into that many cells. */
  public static String cut(String text, int cells) {
    int left = cells;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      left -= at(text, at);
      if (left < 0) {
        String kept = text.substring(0, at);
        return kept.indexOf(ESCAPE) < 0 ? kept : kept + PLAIN;
      }
    }
    return text;
  }

  /** How many cells a text takes, colours apart. */
  public static int of(String text) {
    int cells = 0;
    for (int at = 0; at < text.length(); at = next(text, at)) {
      cells += at(text, at);
    }
    return cells;
  }

  /** Those of what begins there: a character, or a sequence that sets a colour. */
  private static int at(String text, int at) {
    boolean colour = text.charAt(at) == ESCAPE;
    return colour ? 0 : Math.max(0, WCWidth.wcwidth(text.codePointAt(at)));
  }

  private static int next(String text, int at) {
    return text.charAt(at) == ESCAPE ? text.indexOf('m', at) + 1 : text.offsetByCodePoints(at, 1);
  }
}
