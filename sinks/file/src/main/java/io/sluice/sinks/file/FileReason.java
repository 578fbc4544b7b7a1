package io.sluice.sinks.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Describes an error of the file system, whose own message may be only a path. */
final class FileReason {

  private FileReason() {}

  static String line(String what, IOException error) {
    return what + ": " + of(error) + "; name another path";
  }

  private static String of(IOException error) {
    if (error instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (error instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(error.getMessage());
  }
}
