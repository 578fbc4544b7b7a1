package io.sluice.cli.live;

import io.sluice.cli.terminal.TerminalText;

/**
 * Who is to answer.
 *
 * @param model the model asked for
 * @param whom the same as a person is told, such as {@code gpt-4o-mini at api.openai.com}
 */
public record ProgressLabel(String model, String whom) {

  public static ProgressLabel of(String model) {
    return new ProgressLabel(model, TerminalText.of(model));
  }

  public ProgressLabel at(String host) {
    return new ProgressLabel(model, whom + " at " + TerminalText.of(host));
  }
}
