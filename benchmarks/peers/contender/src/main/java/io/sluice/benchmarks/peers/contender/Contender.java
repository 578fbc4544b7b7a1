package io.sluice.benchmarks.peers.contender;

/** A client under measurement, used as its documentation shows. Thread-safe. */
@FunctionalInterface
public interface Contender {

  /**
   * Asks for one streamed answer and returns without waiting for its end.
   *
   * @param model what the server is to stream, which goes by the model's name
   * @param answer told of what comes, on the threads on which the client hands it over
   */
  void ask(String model, Answer answer);
}
