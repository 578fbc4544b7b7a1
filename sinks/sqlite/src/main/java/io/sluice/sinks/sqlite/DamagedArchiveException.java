package io.sluice.sinks.sqlite;

import java.io.IOException;

/**
 * A file that should hold an archive is damaged, or is no database at all. The message is one line.
 * {@link Archive#setAside} makes room for a new one without losing what is left of it.
 */
public final class DamagedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedArchiveException(String line, Throwable cause) {
    super(line, cause);
  }
}
