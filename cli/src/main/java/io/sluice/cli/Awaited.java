package io.sluice.cli;

/**
 * Who is to answer.
 *
 * @param model the model asked for
 * @param whom the same as a person is told, such as {@code gpt-4o-mini at api.openai.com}
 */
record Awaited(String model, String whom) {

  static Awaited of(String model) {
    return new Awaited(model, OneLine.of(model));
  }

  Awaited at(String host) {
    return new Awaited(model, whom + " at " + OneLine.of(host));
  }
}
