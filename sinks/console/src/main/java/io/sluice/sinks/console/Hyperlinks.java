package io.sluice.sinks.console;

import java.util.Map;
import java.util.Set;

/**
 * Whether a terminal can lead from a text to an address (OSC 8). No terminal can be asked, so this
 * is decided by the variables that terminals set for their programs. A multiplexer such as tmux or
 * screen may lie between; there the address is spelled out.
 */
public final class Hyperlinks {
  private static final Set<String> PROGRAMS =
      Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal");

  private static final Set<String> OWN_VARIABLES =
      Set.of("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "WEZTERM_PANE", "DOMTERM");

  /** The first version of the VTE library that shows links: 0.50. */
  private static final int VTE_WITH_LINKS = 5000;

  private Hyperlinks() {}

  /** Whether the terminal of these environment variables follows links. */
  public static boolean followedBy(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    boolean between =
        environment.containsKey("TMUX")
            || environment.containsKey("STY")
            || term.startsWith("tmux")
            || term.startsWith("screen")
            || term.equals("dumb");
    return !between && isKnown(term, environment);
  }

  private static boolean isKnown(String term, Map<String, String> environment) {
    return PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
        || OWN_VARIABLES.stream().anyMatch(environment::containsKey)
        || term.startsWith("xterm-kitty")
        || term.startsWith("xterm-ghostty")
        || term.startsWith("foot")
        || term.startsWith("alacritty")
        || version(environment.getOrDefault("VTE_VERSION", "")) >= VTE_WITH_LINKS;
  }

  private static int version(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
