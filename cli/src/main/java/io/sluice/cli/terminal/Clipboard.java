package io.sluice.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The clipboard of the terminal, which a control sequence sets (xterm's OSC 52), also of one at the
 * far end of SSH. A terminal may ignore it, and does not tell.
 */
public final class Clipboard {
  /** More than that some terminals ignore: 100,000 characters of Base64. */
  public static final int LONGEST_BYTES = 74_994;

  private final PrintStream terminal;
  private final Map<String, String> environment;

  /** Creates a clipboard that is reached through the terminal, or a program of these variables. */
  public Clipboard(PrintStream terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
  }

  /** Sets it to that text, of at most {@value #LONGEST_BYTES} bytes in UTF-8. */
  public void set(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String sequence = "\033]52;c;" + Base64.getEncoder().encodeToString(bytes) + "\007";
    terminal.print(sequence);
    // A multiplexer takes the sequence for itself, or not at all: this one is for the terminal
    // around it.
    if (environment.containsKey("TMUX")) {
      terminal.print("\033Ptmux;" + sequence.replace("\033", "\033\033") + "\033\\");
    } else if (environment.containsKey("STY")) {
      terminal.print("\033P" + sequence + "\033\\");
    }
    terminal.flush();
  }
}
