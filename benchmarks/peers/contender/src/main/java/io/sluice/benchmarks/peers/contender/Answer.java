package io.sluice.benchmarks.peers.contender;

/** Where a client's answer goes. Called by one thread at a time. */
public interface Answer {

  /** A chunk was handed over; its visible text, which may be empty. */
  void chunk(String text);

  /** The answer is whole. */
  void complete();

  /** The answer broke off. */
  void broken(Throwable reason);
}
