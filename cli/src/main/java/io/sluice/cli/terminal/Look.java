package io.sluice.cli.terminal;

import io.sluice.sinks.console.OutputStyle;
import java.util.Map;

/**
 * What a call may write to the standard streams beside plain text, decided in one place for all
 * that write to them.
 *
 * @param stdout for the answer
 * @param stderr for everything else
 */
public record Look(OutputStyle stdout, OutputStyle stderr) {
  /** The look that the environment and the terminals ask for. */
  public static Look of(Terminals terminals, Map<String, String> environment) {
    return new Look(
        OutputStyle.of(terminals.out(), environment), OutputStyle.of(terminals.err(), environment));
  }

  /** The look without colours. */
  public Look unstyled() {
    return new Look(stdout.unstyled(), stderr.unstyled());
  }
}
