package io.sluice.cli.run;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Notices;
import io.sluice.settings.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder whose jars are plugins.
 *
 * @param path the folder, which need not exist
 * @param untrusted why its jars are not loaded, in one line, if they are not
 */
public record PluginFolder(Path path, Optional<String> untrusted) {

  /**
   * The user's own folder, if there is a home, and the folder {@code plugins} in the working
   * folder. The latter counts if the user trusts it: a clone may bring one, and its jars run with
   * the user's rights.
   */
  public static List<PluginFolder> of(PluginOptions options) {
    List<PluginFolder> folders = new ArrayList<>();
    options.own().ifPresent(own -> folders.add(new PluginFolder(own, Optional.empty())));
    Path near = options.near();
    boolean isOwn = options.own().map(PluginFolder::place).equals(Optional.of(place(near)));
    if (!isOwn) {
      folders.add(new PluginFolder(near, distrust(options.trust(), near)));
    }
    return List.copyOf(folders);
  }

  /** The jars in it, by name; says so if it cannot be listed. */
  public List<Path> jars(Notices notices) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      notices.error(
          path + " cannot be listed; check its permissions, or use " + FlagKey.NO_PLUGINS.flag());
      return List.of();
    }
  }

  /** Where a file or folder really is; links are followed. */
  static Path place(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException leadsNowhere) {
      return file;
    }
  }

  private static Optional<String> distrust(Trust trust, Path near) {
    return Files.isDirectory(near) && !trust.covers(near)
        ? Optional.of(
            "the jars in ./plugins are not loaded, because you do not trust that folder; "
                + trust.remedy(near))
        : Optional.empty();
  }
}
