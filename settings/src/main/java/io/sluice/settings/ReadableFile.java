package io.sluice.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is about to be read. */
public final class ReadableFile {
  private ReadableFile() {}

  /**
   * Refuses what cannot be read as a file.
   *
   * @throws SettingsException in one line, if {@code file} is a folder, is missing or is protected
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new SettingsException(file + " is a folder; name a file");
    }
    if (Files.notExists(file)) {
      throw new SettingsException(file + " does not exist; check the path");
    }
    if (!Files.isReadable(file)) {
      throw new SettingsException(file + " may not be read; check its permissions");
    }
  }
}
