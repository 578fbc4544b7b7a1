package io.sluice.replay;

import java.io.IOException;

/** Thrown by a {@link RunSourceFactory} whose place has no such run, or not its beginning. */
public final class UnknownRunException extends IOException {

  private static final long serialVersionUID = 1L;

  /** An exception with a one-line message that names the run and the place. */
  public UnknownRunException(String message) {
    super(message);
  }
}
