package io.sluice.cli.live;

import io.sluice.cli.terminal.TerminalText;

/**
 * What the status line calls the model that is to answer.
 *
 * @param model the model asked for
 * @param text the model and its host for a person, such as {@code gpt-4o-mini at api.openai.com}
 */
public record ProgressLabel(String model, String text) {

  /** Returns the label of a model, without a host. */
  public static ProgressLabel of(String model) {
    return new ProgressLabel(model, TerminalText.of(model));
  }

  /** Returns this label with the host of the server behind the model. */
  public ProgressLabel at(String host) {
    return new ProgressLabel(model, text + " at " + TerminalText.of(host));
  }
}
