package io.sluice.batch.result;

import java.util.Objects;

/**
 * Why a row has no answer that is whole.
 *
 * @param kind what kind of error it is
 * @param message one line
 */
public record RowError(RowErrorKind kind, String message) {

  /** Refuses null. */
  public RowError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }
}
