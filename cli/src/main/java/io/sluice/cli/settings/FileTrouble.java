package io.sluice.cli.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Puts an error of the file system into words: its own message may be no more than a path. */
public final class FileTrouble {
  private FileTrouble() {}

  public static String line(String what, IOException error) {
    return what + ": " + reason(error) + "; name another path";
  }

  private static String reason(IOException error) {
    if (error instanceof FileAlreadyExistsException) {
      return "it exists";
    }
    if (error instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (error instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (error instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(error.getMessage());
  }
}
