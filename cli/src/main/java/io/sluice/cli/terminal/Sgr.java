package io.sluice.cli.terminal;

/** Text as a terminal is to show it (ECMA-48, 8.3.117, Select Graphic Rendition). */
public final class Sgr {
  private static final String PLAIN = "\033[0m";

  private Sgr() {}

  /** Returns the text in faint letters, with any style before it reset. */
  public static String dim(String text) {
    return "\033[0;2m" + text + PLAIN;
  }

  /** Returns the text in bold letters, with the style reset behind it. */
  public static String bold(String text) {
    return "\033[1m" + text + PLAIN;
  }

  /** In the colour of that number, from 0 (black) to 7 (white). */
  public static String colored(int color, String text) {
    return "\033[" + (30 + color) + "m" + text + PLAIN;
  }
}
