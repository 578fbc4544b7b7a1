package io.sluice.cli.plugins;

import io.sluice.cli.run.PluginFolder;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Notices;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The user's own plugin folder, whose jars can be added and removed. */
record UserFolder(PluginFolder folder) {

  static UserFolder of(PluginOptions options) {
    Path own =
        options
            .own()
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no plugin folder, because HOME is not set; set it, or"
                            + " XDG_DATA_HOME"));
    return new UserFolder(new PluginFolder(own, Optional.empty()));
  }

  List<Path> jars(Notices notices) {
    return folder.jars(notices);
  }

  /**
   * Copies a jar into the folder; nothing is overwritten, and no part of a jar is ever seen there.
   *
   * @return where it is now
   */
  Path add(Path jar) {
    Path target = folder.path().resolve(jar.getFileName());
    if (Files.exists(target)) {
      throw taken(target);
    }
    try {
      Files.createDirectories(folder.path());
      Path part = Files.createTempFile(folder.path(), "adding", ".part");
      try {
        Files.write(part, Files.readAllBytes(jar));
        return Files.move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (FileAlreadyExistsException meanwhile) {
      throw taken(target);
    } catch (IOException refused) {
      throw new UsageException(
          target + " cannot be written (" + refused.getMessage() + "); check its folder", refused);
    }
  }

  /**
   * The only jar of that file name, with or without its ending, or that brings what is so named.
   */
  Path named(String name, Notices notices) {
    List<Path> all = jars(notices);
    List<Path> found =
        all.stream().filter(jar -> isCalled(jar, name) || isCalled(jar, name + ".jar")).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(jar -> JarContents.of(jar).brings(name)).toList();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String known = names(found.isEmpty() ? all : found);
    throw new UsageException(
        found.isEmpty()
            ? folder.path() + " has no plugin '" + name + "'; " + existing(known)
            : "several jars bring '" + name + "'; name one of " + known);
  }

  void remove(Path jar) {
    try {
      Files.delete(jar);
    } catch (IOException refused) {
      throw new UsageException(jar + " cannot be removed; check its folder", refused);
    }
  }

  private static boolean isCalled(Path jar, String name) {
    return jar.getFileName().toString().equals(name);
  }

  private static String existing(String known) {
    return known.isEmpty() ? "it is empty" : "there are " + known;
  }

  private static String names(List<Path> jars) {
    return jars.stream()
        .map(jar -> String.valueOf(jar.getFileName()))
        .collect(Collectors.joining(", "));
  }

  private static UsageException taken(Path target) {
    return new UsageException(
        target
            + " is there already; remove it first: sluice plugins remove "
            + target.getFileName());
  }
}
