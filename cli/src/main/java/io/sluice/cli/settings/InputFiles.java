package io.sluice.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that a command is to read. */
public final class InputFiles {
  private InputFiles() {}

  /** The files of that names, each of which can be read; refuses an empty list too. */
  public static List<Path> all(List<String> names) {
    if (names.isEmpty()) {
      throw new UsageException("a file is missing; name at least one");
    }
    List<Path> files = names.stream().map(InputFiles::path).toList();
    files.forEach(InputFiles::check);
    return files;
  }

  public static Path path(String name) {
    return new FlagValue("the file", name).path();
  }

  /** Refuses, in one line, what cannot be read as a file. */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name a file");
    }
    if (Files.notExists(file)) {
      throw new UsageException(file + " does not exist; check the path");
    }
    if (!Files.isReadable(file)) {
      throw new UsageException(file + " may not be read; check its permissions");
    }
  }
}
