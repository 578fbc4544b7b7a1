package io.sluice.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a key from a file. Messages do not quote the file: it may hold a key with a slip in it. */
final class KeyFile {
  private static final int LARGEST = 64 * 1024;

  private KeyFile() {}

  /** What the file holds; throws a SettingsException in one line if it cannot be read. */
  static String read(Path file) {
    ReadableFile.check(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw new SettingsException(file + " is too large to hold a key; name another file");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new SettingsException(file + " cannot be read as text; name another file", unreadable);
    }
  }
}
