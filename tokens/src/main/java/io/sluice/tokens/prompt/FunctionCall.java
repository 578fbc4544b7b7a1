package io.sluice.tokens.prompt;

/**
 * A call of a function that the model made before.
 *
 * @param function the name of the function
 * @param arguments its arguments, as they are in the request
 * @param origin where the server finds the call
 */
record FunctionCall(String function, String arguments, Origin origin) {

  /** Where the server finds a call. */
  enum Origin {
    /** In the request. */
    REQUEST,
    /** In what it stored, as the only call of its turn. */
    STORED,
    /** In what it stored, beside other calls of the same turn. */
    STORED_IN_PARALLEL
  }
}
