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
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ESCAPE) {
        at = text.indexOf('m', at) + 1;
        continue;
      }
      int point = text.codePointAt(at);
      left -= Math.max(0, WCWidth.wcwidth(point));
      if (left < 0) {
        String kept = text.substring(0, at);
        return kept.indexOf(ESCAPE) < 0 ? kept : kept + PLAIN;
      }
      at += Character.charCount(point);
    }
    return text;
  }

  /** How many cells a text takes, colours apart. */
  public static int of(String text) {
    int cells = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ESCAPE) {
        at = text.indexOf('m', at) + 1;
        continue;
      }
      int point = text.codePointAt(at);
      cells += Math.max(0, WCWidth.wcwidth(point));
      at += Character.charCount(point);
    }
    return cells;
  }
}
