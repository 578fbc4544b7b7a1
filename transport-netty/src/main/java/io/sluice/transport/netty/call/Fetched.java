package io.sluice.transport.netty.call;

import io.sluice.stream.Failure;
import io.sluice.wire.HttpAnswer;

/** What became of one attempt to fetch a document. */
sealed interface Fetched {

  /**
   * The document arrived.
   *
   * @param answer the whole answer, with a status of success
   */
  record Answered(HttpAnswer answer) implements Fetched {}

  /**
   * There is no document.
   *
   * @param failure the reason
   * @param fate whether another attempt may help
   */
  record Failed(Failure failure, Fate fate) implements Fetched {}

  /** Whether a failure ends a call. */
  enum Fate {
    /** Another attempt may help, if the category of the failure says so. */
    RETRIABLE,
    /** No other attempt can help. */
    FINAL
  }
}
