package io.sluice.cli.run;

import io.sluice.cli.settings.FlagValue;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a key from a file. Messages do not quote the file: it may hold a key with a slip in it. */
final class KeyFile {
  private static final int LARGEST = 64 * 1024;

  private KeyFile() {}

  static KeySource source(FlagValue given) {
    Path file = given.path();
    return new KeySource("from " + file, given.origin(), () -> read(file));
  }

  private static String read(Path file) {
    InputFiles.check(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw new UsageException(file + " is too large to hold a key; name another file");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UsageException(file + " cannot be read as text; name another file", unreadable);
    }
  }
}
