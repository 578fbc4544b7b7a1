package io.sluice.cli.settings;

import io.sluice.settings.ReadableFile;
import io.sluice.settings.SettingValue;
import java.nio.file.Path;
import java.util.List;

/** Files that a command is to read. */
public final class InputFiles {
  private InputFiles() {}

  /** The files of these names, each of which can be read; refuses an empty list too. */
  public static List<Path> all(List<String> names) {
    if (names.isEmpty()) {
      throw new UsageException("a file is missing; name at least one");
    }
    List<Path> files = names.stream().map(InputFiles::path).toList();
    files.forEach(ReadableFile::check);
    return files;
  }

  /** Returns the path that a file name on the command line means. */
  public static Path path(String name) {
    return new SettingValue("the file", name).path();
  }
}
