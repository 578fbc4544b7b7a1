package io.sluice.cli.terminal;

import io.sluice.sinks.console.StandardStream;

/**
 * Which of the three standard streams are terminals.
 *
 * @param in whether a person types the input
 * @param out whether a person reads the answer as it comes
 * @param err whether a person reads the notices as they come
 */
public record Terminals(boolean in, boolean out, boolean err) {
  /** No terminals: every stream is a file or a pipe. */
  public static Terminals none() {
    return new Terminals(false, false, false);
  }

  /** The terminals of this process. */
  public static Terminals ofProcess() {
    return new Terminals(
        StandardStream.INPUT.isTerminal(),
        StandardStream.OUTPUT.isTerminal(),
        StandardStream.ERROR.isTerminal());
  }
}
