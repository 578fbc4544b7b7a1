package io.sluice.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A path as people write it in a file. */
final class WrittenPath {
  private WrittenPath() {}

  /** In a file that lies in {@code folder}; {@code ~/} is the home of the environment. */
  static String in(Path folder, String written, Map<String, String> environment) {
    try {
      Optional<Path> home = XdgFolders.home(environment);
      if (written.startsWith("~/") && home.isPresent()) {
        return home.get().resolve(written.substring(2)).toString();
      }
      return folder.resolve(written).toString();
    } catch (InvalidPathException none) {
      return written; // Reading the file will say so.
    }
  }
}
