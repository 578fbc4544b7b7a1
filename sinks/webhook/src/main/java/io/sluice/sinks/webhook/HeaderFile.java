package io.sluice.sinks.webhook;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads headers from a file, one in each line, so that no secret has to be on a command line. */
final class HeaderFile {

  private static final long MOST_BYTES = 64 * 1024;

  private HeaderFile() {}

  /** Adds the file's headers; blank lines and lines that begin with {@code #} are skipped. */
  static WebhookTarget addTo(WebhookTarget target, Path file) throws IOException {
    WebhookTarget all = target;
    for (String line : lines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = Math.max(0, line.indexOf(':'));
        all = all.with(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return all;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException(file + " is too large for headers; name a file of lines Name: value");
      }
      return Files.readAllLines(file);
    } catch (FileSystemException unreadable) {
      throw new IOException(file + " cannot be read; check the path of headers", unreadable);
    }
  }
}
