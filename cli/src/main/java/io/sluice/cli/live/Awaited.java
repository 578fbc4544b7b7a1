package io.sluice.cli.live;

import io.sluice.cli.terminal.OneLine;

/**
 * Who is to answer.
 *
 * @param model the model asked for
 * @param whom the same as a person is told, such as {@code gpt-4o-mini at api.openai.com}
 */
public record Awaited(String model, String whom) {

  public static Awaited of(String model) {
    return new Awaited(model, OneLine.of(model));
  }

  public Awaited at(String host) {
    return new Awaited(model, whom + " at " + OneLine.of(host));
  }
}
