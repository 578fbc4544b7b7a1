package io.sluice.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's home, and the folders in it that XDG names: as the environment says, not the system's
 * list of users.
 *
 * @param environment all variables
 */
record HomeFolder(Map<String, String> environment) {
  /** The folder of Sluice's settings, {@code $XDG_CONFIG_HOME/sluice}; none without a home. */
  Optional<Path> config() {
    return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
        .filter(set -> set.startsWith("/"))
        .map(Path::of)
        .or(() -> home().map(home -> home.resolve(".config")))
        .map(config -> config.resolve("sluice"));
  }

  /** A path as people write it in a file that lies in {@code folder}: {@code ~/} is the home. */
  String resolve(Path folder, String written) {
    try {
      Optional<Path> home = home();
      if (written.startsWith("~/") && home.isPresent()) {
        return home.get().resolve(written.substring(2)).toString();
      }
      return folder.resolve(written).toString();
    } catch (InvalidPathException none) {
      return written; // Whoever reads it says so.
    }
  }

  private Optional<Path> home() {
    return Optional.ofNullable(environment.get("HOME")).filter(set -> !set.isBlank()).map(Path::of);
  }
}
