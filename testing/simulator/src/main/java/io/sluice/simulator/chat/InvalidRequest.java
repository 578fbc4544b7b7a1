package io.sluice.simulator.chat;

import java.util.Optional;

/**
 * Thrown for a request that cannot be answered; says which field is wrong and what it should be.
 */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ErrorBody body;

  /** Creates the exception for a wrong field; an empty name means the whole body. */
  InvalidRequest(String param, String message) {
    super(message);
    Optional<String> field = param.isEmpty() ? Optional.empty() : Optional.of(param);
    this.body = new ErrorBody(message, "invalid_request_error", Optional.empty(), field);
  }

  /** The error that the client receives, with status 400. */
  public ErrorBody body() {
    return body;
  }
}
