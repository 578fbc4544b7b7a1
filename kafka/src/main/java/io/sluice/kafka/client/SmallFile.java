package io.sluice.kafka.client;

import io.sluice.text.FileReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person wrote, up to a bound. */
final class SmallFile {

  private static final int MOST_BYTES = 1 << 20;

  private SmallFile() {}

  /**
   * Returns the content of a file.
   *
   * @throws IOException in one line, if it cannot be read or has more than 1 MiB
   */
  static String text(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException unreadable) {
      throw new IOException(
          FileReason.line(file + " cannot be read", unreadable, "check its name and its mode"),
          unreadable);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException(file + " is larger than 1 MiB; name a file of settings");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
