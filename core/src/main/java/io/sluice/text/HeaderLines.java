package io.sluice.text;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a file of header fields, one {@code Name: value} to a line, so that no secret has to be on
 * a command line.
 */
public final class HeaderLines {

  private static final long MOST_BYTES = 64 * 1024;

  private HeaderLines() {}

  /**
   * The lines of the file but for blank ones and those that begin with {@code #}.
   *
   * @throws IOException with a one-line message, if the file cannot be read or has more than 64 KiB
   */
  public static List<String> of(Path file) throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException(file + " is too large for headers; name a file of lines Name: value");
      }
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (FileSystemException unreadable) {
      throw new IOException(file + " cannot be read; check the path of headers", unreadable);
    }
  }
}
