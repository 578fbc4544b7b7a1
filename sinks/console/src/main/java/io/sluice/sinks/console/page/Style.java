package io.sluice.sinks.console.page;

/**
 * The look of characters on a terminal.
 *
 * @param parameters those of Select Graphic Rendition (ECMA-48, 8.3.117), empty for plain
 *     characters
 * @param link the address that the characters lead to (OSC 8), empty if they lead nowhere
 */
public record Style(String parameters, String link) {
  /** Characters as they are. */
  public static final Style PLAIN = new Style("", "");

  /** Bold characters. */
  public static final Style BOLD = of("1");

  /** Faint characters. */
  public static final Style DIM = of("2");

  /** Slanted characters. */
  public static final Style ITALIC = of("3");

  /** Underlined characters. */
  public static final Style UNDERLINE = of("4");

  /** Characters that are crossed out. */
  public static final Style STRIKE = of("9");

  /** Program code within a sentence. */
  public static final Style CODE = of("36");

  private static final String RESET = "\033[0m";
  private static final String LINK = "\033]8;;";
  private static final String END_OF_STRING = "\033\\";

  /** A style of these parameters. */
  public static Style of(String parameters) {
    return new Style(parameters, "");
  }

  /** This style and another one together. */
  public Style and(Style other) {
    String both = parameters + ";" + other.parameters;
    boolean one = parameters.isEmpty() || other.parameters.isEmpty();
    return new Style(
        one ? parameters + other.parameters : both, other.link.isEmpty() ? link : other.link);
  }

  /** This style for characters that lead to an address of printable ASCII characters. */
  public Style leadingTo(String address) {
    return new Style(parameters, address);
  }

  // Written out: what a record has of these is put together when it is first called, for 8 ms.

  @Override
  public boolean equals(Object other) {
    return other instanceof Style that
        && parameters.equals(that.parameters)
        && link.equals(that.link);
  }

  @Override
  public int hashCode() {
    return 31 * parameters.hashCode() + link.hashCode();
  }

  /** The sequence that switches it on after plain characters. */
  String on() {
    return (link.isEmpty() ? "" : LINK + link + END_OF_STRING)
        + (parameters.isEmpty() ? "" : "\033[" + parameters + "m");
  }

  /** The sequence that returns to plain characters. */
  String off() {
    return (parameters.isEmpty() ? "" : RESET) + (link.isEmpty() ? "" : LINK + END_OF_STRING);
  }
}
