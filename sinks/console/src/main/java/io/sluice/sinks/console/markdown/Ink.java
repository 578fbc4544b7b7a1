package io.sluice.sinks.console.markdown;

import io.sluice.sinks.console.page.Style;

/**
 * How much of Markdown becomes a look.
 *
 * @param marks whether the marks of Markdown are shown, or what they mean
 * @param links whether the terminal can lead from a text to an address
 * @param base the style of everything
 */
public record Ink(Marks marks, Links links, Style base) {
  /** Text as it is, without any style of its own. */
  public static Ink plain() {
    return new Ink(Marks.SHOWN, Links.SPELLED, Style.PLAIN);
  }

  /** Text in the styles that its marks ask for. */
  public static Ink styled() {
    return new Ink(Marks.APPLIED, Links.SPELLED, Style.PLAIN);
  }

  /** The same on a terminal that can lead from a text to an address. */
  public Ink linking() {
    return new Ink(marks, Links.FOLLOWED, base);
  }

  /** The same with everything in that style. */
  public Ink in(Style style) {
    return new Ink(marks, links, style);
  }

  boolean isPlain() {
    return marks == Marks.SHOWN;
  }

  /** What becomes of marks. */
  public enum Marks {
    /** They are text. */
    SHOWN,
    /** They are hidden, and the text has the style that they stand for. */
    APPLIED
  }

  /** What becomes of the addresses of links. */
  public enum Links {
    /** They stand behind the text. */
    SPELLED,
    /** The text leads to them. */
    FOLLOWED
  }
}
