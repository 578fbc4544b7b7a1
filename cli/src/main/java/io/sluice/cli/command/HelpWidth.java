package io.sluice.cli.command;

import io.sluice.cli.terminal.StandardStreams;
import io.sluice.sinks.console.ScreenSize;
import java.util.Map;

/** How wide help is: as the terminal, within bounds that can be read. */
final class HelpWidth {
  private static final String VARIABLE = "COLUMNS";
  private static final int USUAL = 80;
  private static final int LEAST = 40;
  private static final int MOST = 100;

  private HelpWidth() {}

  /**
   * The width in characters: what {@code COLUMNS} says, else that of the terminal on stdout, else
   * 80; at least 40 and at most 100.
   */
  static int of(Map<String, String> environment, StandardStreams streams) {
    String said = environment.getOrDefault(VARIABLE, "");
    int columns = said.matches("[1-9]\\d{0,5}") ? Integer.parseInt(said) : shown(streams);
    return Math.max(LEAST, Math.min(MOST, columns));
  }

  private static int shown(StandardStreams streams) {
    return streams.terminals().out() ? ScreenSize.kept().columns() : USUAL;
  }
}
