package io.sluice.json;

import java.util.Objects;

/**
 * A text that should be JSON of a certain shape and is not, or exceeds a bound. The message is one
 * line that quotes nothing of the text.
 */
public final class MalformedJsonException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Says what was found, as in {@code "malformed JSON"}. */
  public MalformedJsonException(String found) {
    super(Objects.requireNonNull(found, "found"));
  }

  MalformedJsonException(String found, Throwable cause) {
    super(found, cause);
  }
}
