package io.sluice.sinks.sqlite;

import java.io.IOException;

/** Another process kept an archive busy for longer than one may wait. The message is one line. */
public final class BusyArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  BusyArchiveException(String line, Throwable cause) {
    super(line, cause);
  }
}
