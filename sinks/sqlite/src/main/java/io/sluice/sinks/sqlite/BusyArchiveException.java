package io.sluice.sinks.sqlite;

import java.io.IOException;

/**
 * Thrown when another process kept an archive locked for longer than the waiting time. The message
 * is one line.
 */
public final class BusyArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  BusyArchiveException(String line, Throwable cause) {
    super(line, cause);
  }
}
