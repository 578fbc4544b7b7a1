package io.sluice.sinks.console;

/** The look of characters on a terminal (ECMA-48, 8.3.117, Select Graphic Rendition). */
enum Style {
  PLAIN(""),
  BOLD("1"),
  HEADING("1;4"),
  CODE("36"),
  DIM("2");

  private static final String RESET = "\033[0m";

  private final String parameters;

  Style(String parameters) {
    this.parameters = parameters;
  }

  /** The sequence that switches it on after plain characters. */
  String on() {
    return this == PLAIN ? "" : "\033[" + parameters + "m";
  }

  /** The sequence that returns to plain characters. */
  String off() {
    return this == PLAIN ? "" : RESET;
  }
}
