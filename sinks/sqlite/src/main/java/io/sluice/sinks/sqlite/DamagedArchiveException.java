package io.sluice.sinks.sqlite;

import java.io.IOException;

/**
 * Thrown when the file of an archive is damaged, or is not a database. The message is one line.
 * {@link Archive#setAside} makes room for a new archive and keeps the damaged file.
 */
public final class DamagedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedArchiveException(String line, Throwable cause) {
    super(line, cause);
  }
}
