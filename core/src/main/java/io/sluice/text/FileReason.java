package io.sluice.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Explains to people why a file could not be made, opened for writing or renamed. The message of
 * such an exception is often no more than a path.
 */
public final class FileReason {

  private FileReason() {}

  /**
   * Returns one line: what happened, why, and the remedy to name another path.
   *
   * @param what the file and what cannot be done with it, such as {@code "a.txt cannot be made"}
   */
  public static String line(String what, IOException error) {
    return line(what, error, "name another path");
  }

  /**
   * Returns one line: what happened, why, and a remedy.
   *
   * @param what the file and what cannot be done with it, such as {@code "a.txt cannot be made"}
   * @param remedy what to do about it, such as {@code "check its folder"}
   */
  public static String line(String what, IOException error, String remedy) {
    return what + ": " + reason(error) + "; " + remedy;
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
